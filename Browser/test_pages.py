"""Every page of the site, in every language: axe finds nothing, and it fits every screen and a sheet of paper."""

import re

import pytest

from office import Officer, totp
from pages import LANGUAGES, Visit, check
from person import somebody
from routes import (
    ACCOUNT, COUNTER, COUNTER_ENTRY, DRAFT, DRAFTING, DUTIES, ENTRANCE, ERASURE, LEADING, LINKS, MESSAGES, NO_PAGES,
    OFFICE, OFFICE_ORDERS, OFFICE_SERVICES, OUTSIDE, PUBLIC, PUBLICATION, QUESTIONS, REQUESTS, RIGHTS, SERVICES, THREADS, matches, routes, unseen)


@pytest.fixture(scope="module")
def drafter(chromium, house):
    """Somebody in the middle of a registration, with no address confirmed."""
    visit = Visit(chromium, house)
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.give_contacts()
    yield someone
    visit.close()


@pytest.fixture(scope="module")
def registered(chromium, house, specimens):
    """Somebody who has sent a registration."""
    visit = Visit(chromium, house)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    yield someone
    visit.close()


@pytest.fixture(scope="module")
def case(administrator, registered):
    """The registration, in the hands of the administrator."""
    assert administrator.next() == registered.number
    return registered.number


def complaints_of(visit):
    """What the pages complained of since it was asked last."""
    complaints, visit.complaints = visit.complaints, []
    return complaints


def look_at(table, visit, language, **values):
    """Goes to every page of a table and looks at it."""
    visit.language, visit.looked = language, set()
    for name, path in table.items():
        path = path.format(**values)
        assert visit.go(path).status == 200, path
        assert visit.path == path, f"{path} leads to {visit.path}"
        check(visit, name)
    assert unseen(table, [visit]) == []


def test_every_page_that_the_server_knows_is_looked_at(house):
    tables = (
        PUBLIC, ERASURE, PUBLICATION, DRAFTING, DRAFT, ACCOUNT, RIGHTS, THREADS, OFFICE, DUTIES, REQUESTS, OUTSIDE,
        MESSAGES, COUNTER, COUNTER_ENTRY, LINKS, QUESTIONS, ENTRANCE, SERVICES, OFFICE_SERVICES, OFFICE_ORDERS)
    known = [re.sub(r"\{\w+\}", "x", path) for table in tables for path in table.values()]
    for pattern in routes(house):
        assert pattern in LEADING or pattern in NO_PAGES or any(matches(pattern, path) for path in known), \
            f"/{pattern} is looked at by no test"


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages(house, visits, language):
    visit = visits(language=language)
    visit.go("sign-in")
    visit.fill(address=f"eshkim-{language}@example.kz")
    visit.send("sign-in", "how", "code")
    visit.at("sign-in/code")
    look_at(PUBLIC, visit, language)
    assert visit.go("no-such-page").status == 404
    check(visit, "not-found")
    # What was entered wrongly is told beside its field and in the summary above.
    visit.go("register/name")
    visit.fill(family="7", given="", patronymic="")
    visit.send("register/name")
    visit.page.locator(".error-summary").wait_for()
    check(visit, "register-name-wrong")
    assert complaints_of(visit) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_draft(drafter, language):
    look_at(DRAFT, drafter.visit, language)
    assert complaints_of(drafter.visit) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_an_account(registered, language):
    visit = registered.visit
    look_at(ACCOUNT, visit, language)
    visit.go("account/data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(registered.email).wait_for()
    check(visit, "account-data-shown")
    visit.go("account/consents")
    visit.send("account/consents", "answer", "ask-give")
    visit.page.locator('button[name="answer"][value="give"]').wait_for()
    check(visit, "account-consent-asked")
    assert complaints_of(visit) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_office(administrator, case, language):
    visit = administrator.visit
    look_at(OFFICE, visit, language, case=case)
    visit.go("office/staff")
    visit.send("office/staff/names")
    visit.page.get_by_text(administrator.family).first.wait_for()
    check(visit, "office-staff-names")
    visit.page.locator('form[action$="/office/staff/end"]').first.locator("xpath=ancestor::details").locator(
        "summary").click()
    visit.send("office/staff/end")
    visit.page.locator('[name="sure"]').wait_for()
    check(visit, "office-staff-end")
    assert complaints_of(visit) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_into_the_office(chromium, house, administrator, visits, language):
    administrator.visit.language = language
    link = administrator.invite("reviewer", look=lambda name: check(administrator.visit, name))
    visit = visits(language=language, width=1280)
    newcomer = Officer(visit, "Жаңабайов", f"zhanabai-{language}@example.kz")
    newcomer.enrol(link, look=lambda name: check(visit, name))
    # The link is used up, and who comes back needs both factors.
    late = visits(language=language)
    assert late.page.goto(link).status == 410
    check(late, "office-link-ended")
    late.go("office")
    late.at("office/sign-in")
    late.fill(email=newcomer.email, password="wrong password entirely")
    late.send("office/sign-in")
    late.page.locator(".error-summary").wait_for()
    check(late, "office-sign-in-wrong")
    late.fill(email=newcomer.email, password=newcomer.password)
    late.send("office/sign-in")
    late.at("office/factor")
    check(late, "office-factor")
    assert late.go("office/queue") and "office/factor" in late.page.url
    # A code counts once, so the one that enrolled is not taken again; a recovery code is.
    late.fill(code=newcomer.recovery[0])
    late.send("office/factor")
    late.at("office/queue")
    assert late.go("office/staff").status == 403
    # Turned away, and still signed in.
    assert late.page.locator('.site-header form[action$="/office/sign-out"]').count()
    check(late, "office-no-role")
    # Whoever has lost the second factor gets a link to a new one.
    anew = visits(language=language)
    anew.page.goto(administrator.reset(newcomer))
    check(anew, "office-reset")
    assert unseen(ENTRANCE, [visit, late, anew]) == []
    assert complaints_of(administrator.visit) == []


def test_what_is_no_page_says_so(registered, administrator):
    for path, leads in LEADING.items():
        visit = administrator.visit if path.startswith("office") else registered.visit
        visit.go(path)
        # A registration that was sent has nothing to check any more.
        assert visit.path == leads or leads == "register/check" and visit.path == "account", (path, visit.path)
    for path in ("register/documents/state", "account/receipt.json"):
        answer = registered.visit.context.request.get(f"/ru/{path}")
        assert answer.status == 200 and answer.headers["content-type"].startswith("application/json"), path
    registered.visit.go("account/documents")
    picture = registered.visit.page.locator("main img").first.get_attribute("src")
    assert registered.visit.context.request.get(picture).headers["content-type"] == "image/jpeg"


def test_a_page_asks_nothing_of_other_hosts(registered, administrator, house):
    for visit in (registered.visit, administrator.visit):
        strange = [one for one in visit.addresses if not one.startswith((house.site, "blob:", "data:"))]
        assert strange == []


def test_codes_of_a_second_factor_follow_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [totp(secret, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]
