"""Every form of the site, and every message: which test plants markers there, and why none is planted elsewhere.

A route that stands in none of these tables fails the tests: what can be written there has to be looked for everywhere.
"""

import re

from house import ROOT, until
from routes import matches
from stores import query

# By the test that sends them with markers: names, addresses, words, passwords, files.
WRITTEN = {name: routes.split() for name, routes in {
    "test_privacy": """
        account/email account/objection account/password office/cases/{p0}/propose office/cases/{p0}/put-aside office/cases/{p0}/refuse
        office/enrol/{p0} register/consent register/contacts register/name register/uploads""",
    "test_privacy_acts": """
        account/requests/{p0}/files account/threads/{p0} office/disclosures/withdrawals/{p0}
        office/requests/{p0}/{p1}/draft office/requests/{p0}/{p1}/propose office/reset/{p0} office/sign-in
        office/threads/of/{p0}/fill register/change-name register/change-name/consent register/documents/{p0} verify""",
    "test_privacy_counter": """
        office/counter office/counter/{p0}/agree office/counter/{p0}/contact office/counter/{p0}/files/{p1}
        office/counter/{p0}/original register/for/{p0} register/for/{p0}/consent sign-in""",
    "test_privacy_messages": """
        account/threads account/threads/{p0}/files contacts/ask office/find office/threads/letter office/threads/note
        office/threads/of/{p0}/answer office/threads/of/{p0}/files""",
    "test_privacy_requests": """
        account/rights/ask/{p0} account/rights/copy office/requests/enter office/requests/enter/stranger
        office/requests/{p0}/{p1}/answer
        office/requests/{p0}/{p1}/copy office/requests/{p0}/{p1}/refuse rights""",
    "test_privacy_services": """
        account/orders/{p0}/message office/orders/{p0}/{p1}/message office/orders/{p0}/{p1}/refuse""",
}.items()}
# The same by programmes, without a browser: in test_privacy.
API = "/api/v1/consent-texts /api/v1/subjects /api/v1/subjects/lookup".split()
# Words for everybody to read, or of which the form says that nothing personal belongs there. They lie in the clear, and are
# looked for elsewhere by test_privacy_acts.
OPEN = "office/policy/draft/clauses/{p0} office/policy/draft/files/{p0} office/policy/void office/threads/templates".split()
BARE = {reason: routes.split() for reason, routes in {
    "Words for everybody to read: of the law, of services, of pages.": """
        office/calendar/move office/calendar/preview office/new-service office/pages/{p0} office/services/{p0}
        office/services/{p0}/agreement""",
    "The number of a case or of a paper, and a day; the form takes no names.": """
        account/representing/agree office/archive/ask office/disclosures/prepare office/disclosures/tellings/{p0}
        office/holds/put office/outside-requests/{p0}/close office/outside-requests/{p0}/identify""",
    "As account/email, which test_privacy sends.": "account/telephone",
    "A code that is good once, or what the house has put into the form, or a choice, or nothing but the button.": """
        account/address/code account/address/code/again account/again account/consents account/correction account/data account/orders/{p0}/withdraw account/password/code
        account/password/code/again account/policy account/policy/mail account/policy/seen account/representation
        account/representing account/representing/back account/representing/code account/representing/code/again
        account/requests/{p0}/correction account/requests/{p0}/remove account/requests/{p0}/withdraw account/rights/act
        account/rights/act/code account/rights/act/code/again account/services/{p0} account/sessions
        account/threads/{p0}/remove answer/{p0} answer/{p0}/code contacts/ask/code continue/{p0} office/archive/leave
        office/archive/open office/cases/{p0}/approve office/cases/{p0}/ask-again office/cases/{p0}/give-back
        office/cases/{p0}/representation office/cases/{p0}/reveal office/cases/{p0}/review office/cases/{p0}/take
        office/cases/{p0}/undo office/counter/{p0}/send office/counter/{p0}/take office/counter/{p0}/told
        office/disclosures/record office/factor office/factor/new office/held-work/propose office/held-work/release
        office/holds/release office/jobs/again office/jobs/give-up office/next office/orders/{p0}/{p1}/advance
        office/orders/{p0}/{p1}/end office/orders/{p0}/{p1}/open office/orders/{p0}/{p1}/paid
        office/outside-requests/{p0}/open office/policy/draft/begin
        office/policy/draft/propose office/policy/propose office/policy/publish office/policy/void/declare
        office/policy/void/withdraw office/policy/withdraw office/requests/{p0}/{p1}/block
        office/requests/{p0}/{p1}/destroy office/requests/{p0}/{p1}/keep office/requests/{p0}/{p1}/open
        office/requests/{p0}/{p1}/prepare-destruction office/requests/{p0}/{p1}/withdraw office/sessions office/sign-out
        office/staff/end office/staff/grant office/staff/invite office/staff/names office/staff/reset office/staff/revoke
        office/threads/of/{p0}/close office/threads/of/{p0}/give office/threads/of/{p0}/open office/threads/of/{p0}/take
        office/undertaking register/code/{p0} register/code/{p0}/again register/documents/remove register/end
        register/send rights/code rights/code/again sign-in/code sign-in/code/again sign-out""",
}.items()}

# The messages that each of them sets off.
MAILED = {name: messages.split() for name, messages in {
    "test_privacy": "addressChanged code decided moreAsked received",
    "test_privacy_acts": "alreadyRegistered correctionProposed policyChanged transferred withdrawalAnswered",
    "test_privacy_counter": "consentCode counterCode",
    "test_privacy_messages": "letterAnswered messageWaits noteAnswered questionAnswered",
    "test_privacy_requests": "requestAnswered requestEntered requestNotIdentified requestNothingHeld",
    "test_privacy_services": "erasureComing orderChanged",
}.items()}
UNMAILED = {reason: messages.split() for reason, messages in {
    "The clock sends it, days later.": "lapsed reminder",
    "It tells that a password was changed, and nothing else: a second one in test_security.": "passwordChanged",
    "It tells that work with the data is stopped or goes on, and nothing else: one each in test_requests_done.": "dataBlocked dataUnblocked",
    "It tells what a law has kept, and until when: one in test_services.": "requestArchived",
    "Nothing sends it yet.": "offer",
    "It tells staff that their access ended, and nothing else: one in test_publication.": "accessEnded",
}.items()}


def forms(house):
    """What the server answers to POST: a set of patterns without the language, as `register/for/{p0}`."""
    answer = house.run("routes")
    assert answer.returncode == 0, answer
    return {re.sub(r"^/(ru|kk|en)/", "", path) for path in re.findall(r"^POST (\S+)$", answer.stdout, re.M)}


def unwritten(table, visits):
    """The forms of a table that none of the browsers has sent."""
    return [pattern for pattern in table if not any(matches(pattern, path) for visit in visits for path in visit.posted)]


def messages():
    """All that people can be told by e-mail or SMS, as the programme names it."""
    text = (ROOT / "Sources" / "Processing" / "Messages" / "MessageTemplate.swift").read_text().partition("var carriesCode")[0]
    return {name for names in re.findall(r"^    case ([\w, ]+)$", text, re.M) for name in names.split(", ")}


def gone(house, *names):
    """Waits until messages of these kinds have left the house."""
    def left():
        return set(names) - {row[0] for row in query(house, "SELECT template FROM message WHERE sent_at IS NOT NULL")}

    until(lambda: not left(), seconds=60, what=lambda: f"messages: {left()}")
