"""Every page that no journey passes, in every language: axe finds nothing, and it fits a narrow screen."""

import pytest

from office import Officer, totp
from pages import LANGUAGES, Visit, check
from person import somebody

PUBLIC = {
    "home": "", "policy": "policy", "editions": "policy/editions", "edition": "policy/editions/1",
    "data-keeping": "policy/data", "operator": "operator", "contacts": "contacts", "verify": "verify",
    "register": "register", "register-name": "register/name", "sign-in": "sign-in",
    "office-sign-in": "office/sign-in",
}
ACCOUNT = {
    "account": "account", "account-data": "account/data", "account-documents": "account/documents",
    "account-consents": "account/consents", "account-history": "account/history",
    "account-messages": "account/messages", "account-password": "account/password", "account-receipt": "account/receipt",
}
OFFICE = {
    "office-queue": "office/queue", "office-staff": "office/staff", "office-outbox": "office/outbox",
    "office-checkup": "office/checkup",
}


@pytest.fixture(scope="module")
def registered(chromium, house, specimens):
    """Somebody who has sent a registration."""
    visit = Visit(chromium, house)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    yield someone
    visit.close()


def complaints_of(visit):
    """What the pages complained of since it was asked last."""
    complaints, visit.complaints = visit.complaints, []
    return complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages(visits, language):
    visit = visits(language=language)
    for name, path in PUBLIC.items():
        assert visit.go(path).status == 200, path
        check(visit, name)
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
def test_pages_of_an_account(registered, language):
    visit = registered.visit
    visit.language = language
    for name, path in ACCOUNT.items():
        assert visit.go(path).status == 200, path
        check(visit, name)
    visit.go("account/data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(registered.email).wait_for()
    check(visit, "account-data-shown")
    assert complaints_of(visit) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_office(administrator, language):
    visit = administrator.visit
    visit.language = language
    for name, path in OFFICE.items():
        assert visit.go(path).status == 200, path
        check(visit, name)
    visit.go("office/staff")
    visit.send("office/staff/names")
    visit.page.get_by_text(administrator.family).first.wait_for()
    check(visit, "office-staff-names")
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
    check(late, "office-no-role")
    assert complaints_of(administrator.visit) == []


@pytest.mark.parametrize("path, name", [("", "home"), ("policy", "policy"), ("register/name", "register-name"),
                                        ("verify", "verify"), ("office/sign-in", "office-sign-in")])
def test_pages_in_the_dark(visits, path, name):
    visit = visits(scheme="dark")
    visit.go(path)
    check(visit, f"dark-{name}")


def test_pages_of_an_account_in_the_dark(registered):
    visit = registered.visit
    visit.language = "ru"
    visit.page.emulate_media(color_scheme="dark")
    for name in ("account", "account-data", "account-receipt"):
        visit.go(ACCOUNT[name])
        check(visit, f"dark-{name}")
    visit.page.emulate_media(color_scheme="light")
    assert complaints_of(visit) == []


def test_a_page_asks_nothing_of_other_hosts(registered, administrator, house):
    for visit in (registered.visit, administrator.visit):
        strange = [one for one in visit.addresses if not one.startswith((house.site, "blob:", "data:"))]
        assert strange == []


def test_codes_of_a_second_factor_follow_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [totp(secret, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]
