"""A person who stands at the counter is registered by staff: by a code on their own device, with an original seen."""

import re

import pytest

from office import Officer, empty_queue
from pages import LANGUAGES, Visit, check
from person import somebody
from routes import COUNTER, COUNTER_ENTRY, unseen


@pytest.fixture(scope="module")
def support(chromium, house, administrator):
    """Who stands at the counter, with a tablet."""
    officer = Officer(Visit(chromium, house, width=820), "Қабылдаушы", "qabyldau@example.kz")
    officer.enrol(administrator.invite("support"))
    yield officer
    officer.visit.close()
    assert not officer.visit.complaints, officer.visit.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_is_registered_at_the_counter(house, administrator, support, visits, language):
    empty_queue(administrator)
    visit = visits(language=language)
    someone = somebody(visit)
    office = support.visit
    office.go("office/counter", language)
    check(office, "office-counter", language)
    office.send("office/counter")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-wrong", language)
    office.fill(family=someone.family, given=someone.given, address=someone.email)
    office.page.locator('[name="channel"][value="email"]').check()
    before = house.codes_sent(someone.email)
    office.send("office/counter")
    office.page.locator('[name="code"]').wait_for()
    check(office, "office-counter-consent", language)
    code = house.code(someone.email, after=before)
    # Without the ticks nothing is stored, and the code is good all the same.
    office.fill(code=code)
    office.send("/agree")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-not-agreed", language)
    for name in ("declaration", "consent"):
        office.page.locator(f'[name="{name}"]').check()
    office.fill(code=code)
    office.send("/agree")
    office.page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    check(office, "office-counter-entry", language)
    office.send("/send")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-incomplete", language)
    office.page.locator('[name="kind"]').select_option("identity_document")
    office.fill(digits="12 3")
    office.send("/original")
    office.page.locator(".error-summary").wait_for()
    office.fill(digits="45AB")
    office.send("/original")
    office.page.locator("#counter-received").wait_for()
    check(office, "office-counter-seen", language)
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", office.page.locator("h1").inner_text()).group()
    office.send("/send")
    office.page.locator("section.panel.done").wait_for()
    check(office, "office-counter-sent", language)

    administrator.take(number)
    assert "45AB" in administrator.visit.text
    check(administrator.visit, "office-case-original")
    administrator.approve(number)
    administrator.wait_out_undo(number)

    visit.go("sign-in")
    before = house.codes_sent(someone.email)
    visit.fill(address=someone.email)
    visit.send("sign-in")
    visit.at("sign-in/code")
    visit.fill(code=house.code(someone.email, after=before))
    visit.send("sign-in/code")
    visit.at("account")
    visit.go("account/documents")
    assert visit.page.locator("section.panel.done").count() == 1
    check(visit, "account-documents-original")
    visit.go("account/history")
    check(visit, "account-history-counter")
    assert unseen(COUNTER | COUNTER_ENTRY, [office]) == []
