"""Every page of the site, as the server itself lists them, and how each is reached.

A route that stands in none of these tables fails the tests: a new page has to be looked at.
"""

import re

# Who sees a page, and its address; the parts of an address that a test has to find out are left open.
PUBLIC = {
    "home": "", "policy": "policy", "editions": "policy/editions", "edition": "policy/editions/1",
    "data-keeping": "policy/data", "operator": "operator", "contacts": "contacts", "verify": "verify",
    "register": "register", "register-name": "register/name", "register-consent-again": "register/consent",
    "sign-in": "sign-in", "sign-in-code": "sign-in/code", "register-ended": "register/ended",
    "outside": "rights", "office-sign-in": "office/sign-in", "changes-none": "policy/changes",
    "services": "services", "help": "help",
    "certificate": "policy/editions/1/certificate",
    "register-for": "register/for/sole_proprietor", "register-for-consent": "register/for/sole_proprietor/consent",
}
# Once somebody was erased.
ERASURE = {"erasure": "erasures/{mark}"}
# Once there is a second edition.
PUBLICATION = {"changes": "policy/changes/1/2"}
# Once a draft of the next edition was begun.
DRAFTING = {
    "office-draft-clause": "office/policy/draft/clauses/5.4", "office-draft-file": "office/policy/draft/files/policy.yml",
}
DRAFT = {
    "register-contacts": "register/contacts", "register-code": "register/code/email",
    "register-documents": "register/documents", "register-check": "register/check",
    "register-leave": "register/leave", "register-end": "register/end",
    "register-change-name": "register/change-name", "register-change-consent": "register/change-name/consent",
}
ACCOUNT = {
    "account": "account", "account-data": "account/data", "account-documents": "account/documents",
    "account-consents": "account/consents", "account-recipients": "account/recipients", "account-history": "account/history",
    "account-messages": "account/messages", "account-password": "account/password",
    "account-policy": "account/policy", "account-receipt": "account/receipt", "register-sent": "register/sent",
    "account-representing": "account/representing", "account-representation": "account/representation",
    "account-orders": "account/orders",
    "account-email": "account/email", "account-telephone": "account/telephone",
}
# Once a service is offered, and somebody who is identified has ordered it.
SERVICES = {
    "service": "services/{service}", "order-service": "account/services/{service}", "account-order": "account/orders/{number}",
}
OFFICE_SERVICES = {
    "office-services": "office/services", "office-service-new": "office/new-service",
    "office-service": "office/services/{service}", "office-agreement": "office/services/{service}/agreement",
    "office-pages": "office/pages", "office-page": "office/pages/home",
}
OFFICE_ORDERS = {"office-orders": "office/orders", "office-order": "office/orders/{case}/{number}"}
# Once somebody has asked something about their own data.
RIGHTS = {
    "account-rights": "account/rights", "account-rights-ask": "account/rights/ask/information",
    "account-request": "account/requests/1", "account-copy": "account/rights/copy",
}
# Once somebody has asked something without an account.
OUTSIDE = {
    "outside-code": "rights/code", "outside-received": "rights/received",
    "office-outside": "office/outside-requests/{outside}",
}
REQUESTS = {
    "office-requests": "office/requests", "office-request-enter": "office/requests/enter",
    "office-enter-outside": "office/requests/enter/stranger",
    "office-request": "office/requests/{case}/1",
}
# Once somebody has written to the operator.
THREADS = {"account-threads": "account/threads", "account-thread": "account/threads/1"}
MESSAGES = {
    "office-threads": "office/threads", "office-thread": "office/threads/of/{thread}", "office-find": "office/find",
    "office-threads-letter": "office/threads/letter",
    "office-threads-note": "office/threads/note", "office-threads-templates": "office/threads/templates",
}
# Where staff register somebody who stands before them.
COUNTER = {"office-counter": "office/counter"}
COUNTER_ENTRY = {"office-counter-entry": "office/counter/{entry}"}
OFFICE = {
    "office-queue": "office/queue", "office-staff": "office/staff", "office-outbox": "office/outbox",
    "office-case": "office/cases/{case}", "office-checkup": "office/checkup", "office-sessions": "office/sessions",
    "office-policy": "office/policy", "office-calendar": "office/calendar", "office-jobs": "office/jobs",
    "office-acceptance": "office/acceptance", "office-held-work": "office/held-work",
    "office-draft": "office/policy/draft", "office-void": "office/policy/void",
}
# Once a consent was withdrawn and data were handed over.
DUTIES = {
    "office-holds": "office/holds", "office-archive": "office/archive",
    "office-disclosures": "office/disclosures",
    "office-withdrawal": "office/disclosures/withdrawals/{withdrawal}",
    "office-telling": "office/disclosures/tellings/{telling}",
    "account-consent-text": "account/consents/{text}",
}
# Asked without an account, and the one-time link to the answer.
QUESTIONS = {"contacts-ask": "contacts/ask", "answer": "answer/{link}"}
# Where a one-time link leads for whom a programme has begun a registration.
LINKS = {"continue": "continue/{link}"}
# Seen on the way into the office.
ENTRANCE = {
    "office-enrol": "office/enrol/{link}", "office-factor-new": "office/factor/new",
    "office-undertaking": "office/undertaking", "office-factor": "office/factor", "office-reset": "office/reset/{link}",
}
# These lead to one of the pages above.
LEADING = {
    "register/send": "register/check", "account/sessions": "account/password", "office": "office/queue",
    "account/representing/back": "account/representing", "account/representing/agree": "account/representing",
    "account/representing/code": "account/representing", "account/representing/code/again": "account/representing",
    "account/password/code": "account/password", "account/password/code/again": "account/password",
    "account/address/code": "account/data", "account/address/code/again": "account/data",
    "account/rights/act": "account/rights", "account/rights/act/code": "account/rights",
    "account/rights/act/code/again": "account/rights", "rights/code/again": "rights",
    # Whoever has an account asks there.
    "contacts/ask/code": "account/threads",
}
# These answer with something that is no page.
NO_PAGES = {
    "answer/{p0}/code": "leads back to the link that it belongs to",
    "policy/editions/{p0}/certificate.json": "a certificate as a file",
    "erasures/{p0}/certificate.json": "a certificate as a file",
    "policy/editions/{p0}/canonical.json": "what is hashed", "policy/editions/{p0}/text.md": "a text as a file",
    "policy/editions/{p0}/clauses/{p1}/void.json": "the declaration that a clause is void, as a file",
    "policy/feed.atom": "for programmes that follow the policy",
    "register/documents/state": "for the script that waits", "account/receipt.json": "the receipt as a file",
    "account/pages/{p0}/{p1}/{p2}/{p3}": "a picture", "account/files/{p0}/{p1}": "a file",
    "account/threads/{p0}/state": "for the script that waits", "account/requests/{p0}/state": "for the script that waits",
    "office/requests/{p0}/{p1}/pages/{p2}/{p3}/{p4}/{p5}": "a picture",
    "office/threads/of/{p0}/pages/{p1}/{p2}/{p3}/{p4}": "a picture", "office/cases/{p0}/documents/{p1}/{p2}/{p3}": "a picture",
}


def routes(house):
    """What the server answers to GET in each language: a set of patterns, as `office/cases/{p0}`."""
    answer = house.run("routes")
    assert answer.returncode == 0, answer
    found = {language: set() for language in ("ru", "kk", "en")}
    for line in answer.stdout.splitlines():
        if match := re.fullmatch(r"GET /(ru|kk|en)/?(.*)", line):
            found[match[1]].add(match[2])
    assert found["ru"] == found["kk"] == found["en"] and len(found["ru"]) > 30, found
    return found["ru"]


def matches(pattern, path):
    """The address is one of those that a pattern of the router stands for."""
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path) is not None


def unseen(table, visits):
    """The addresses of a table at which none of the browsers has looked."""
    looked = [path for visit in visits for path in visit.looked]
    return sorted(pattern for pattern in table.values() if not any(matches(pattern, path) for path in looked))
