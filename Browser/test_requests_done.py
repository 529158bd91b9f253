"""Requests by which something is done: a name is corrected, consents are withdrawn for somebody who asked by telephone."""

import pytest

from desk import member
from pages import LANGUAGES, check
from person import somebody
from stores import query


@pytest.fixture(scope="module")
def responsible(chromium, house, administrator):
    """The person responsible for the processing."""
    officer = member(chromium, house, administrator, "dpo", "Жауаптыев", "jauapty@example.kz")
    yield officer
    officer.visit.close()
    assert not officer.visit.complaints, officer.visit.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_corrected_by_the_persons_yes_with_what_proves_it(
        house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("account/rights/ask/correction")
    check(visit, "account-rights-ask-correction")
    visit.fill(words="Тегім қате жазылған")
    visit.send("ask/correction")
    visit.at("account/requests/1")
    check(visit, "account-request-proof")
    visit.page.locator('#request-files input[name="file"]').set_input_files(specimens / "back.jpg")
    # Only the page that shows itself anew once the file was read has a link to a page of it.
    visit.page.locator('.received a[href*="/account/pages/"]').first.wait_for(timeout=60_000)
    check(visit, "account-request-proven")

    office = responsible.visit
    office.go(f"office/requests/{number}/1", language)
    office.send("/open")
    office.page.locator(".sheet img").first.wait_for()
    office.page.wait_for_function("() => [...document.querySelectorAll('.sheet img')].every((image) => image.naturalWidth > 300)")
    assert office.page.locator('[name="family"]').input_value() == someone.family
    check(office, "office-request-correction", language)
    office.send("/propose")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-request-correction-same", language)
    new = someone.family + "а"
    office.fill(family=new)
    office.send("/propose")
    office.page.locator(".panel.done, .panel.success").first.wait_for()
    check(office, "office-request-proposed", language)
    office.send("/open")
    office.page.locator('[name="family"]').wait_for()
    assert new in office.text
    check(office, "office-request-waiting", language)

    visit.go("account")
    assert new not in visit.text
    check(visit, "account-correction-waits")
    visit.page.locator('.panel a[href$="/account/requests/1"]').click()
    visit.at("account/requests/1")
    assert new in visit.text
    check(visit, "account-request-proposed")
    if language == "kk":
        visit.send("/correction", "answer", "no")
        visit.page.locator(".panel.done, .panel.success").first.wait_for()
        check(visit, "account-request-turned-down")
        office.go(f"office/requests/{number}/1", language)
        office.send("/open")
        office.page.locator('[name="family"]').wait_for()
        assert office.page.locator('[name="family"]').input_value() == someone.family
        office.fill(family=new)
        office.send("/propose")
        office.page.locator(".panel.done, .panel.success").first.wait_for()
        visit.go("account/requests/1")
    visit.send("/correction", "answer", "yes")
    visit.page.locator(".panel.done, .panel.success").first.wait_for()
    check(visit, "account-request-corrected")
    visit.go("account/history")
    check(visit, "account-history-correction")

    office.go(f"office/requests/{number}/1", language)
    office.send("/open")
    office.page.locator('[name="family"]').wait_for()
    assert office.page.locator('[name="family"]').input_value() == new
    office.page.locator('button[formaction$="/draft"]').click()
    office.page.wait_for_function("() => document.querySelector('[name=\"answer-words\"]').value.length > 20")
    check(office, "office-request-corrected", language)
    office.send("/answer")
    office.at("office/requests")
    visit.go("account/requests/1")
    assert visit.page.locator("#request-files").count() == 0
    check(visit, "account-request-closed")
    assert query(house, "SELECT count(*) FROM message WHERE template = 'correctionProposed'")[0][0] > 0


def test_consents_are_withdrawn_on_a_request_that_came_by_telephone(
        house, administrator, responsible, visits, specimens):
    visit = visits()
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    office = responsible.visit
    office.go("office/requests/enter", "ru")
    office.fill(case=number, words="Отзываю согласие")
    office.page.locator('[name="kind"]').select_option("withdrawal")
    office.page.locator('[name="way"][value="telephone"]').check()
    office.send("requests/enter")
    office.at(f"office/requests/{number}/1")
    for language in LANGUAGES:
        office.go(f"office/requests/{number}/1", language)
        office.send("/open")
        office.page.locator('[name="consents"][value="main"]').wait_for()
        check(office, "office-request-withdrawing", language)
        office.send("/withdraw")
        office.page.locator(".error-summary").wait_for()
    office.go(f"office/requests/{number}/1", "ru")
    office.send("/open")
    office.page.locator('[name="consents"][value="main"]').check()
    office.send("/withdraw")
    office.page.locator("section.done").wait_for()
    assert office.page.locator('[name="consents"]').count() == 0
    check(office, "office-request-withdrawn", "ru")
    office.fill(**{"answer-words": "Согласие отозвано"})
    office.send("/answer")
    office.at("office/requests")
    visit.go("account/consents", "ru")
    assert "по вашему обращению" in visit.page.locator("main").text_content()
    check(visit, "account-consents-on-request", "ru")
    visit.go("account/history", "ru")
    assert "отозвал ваше согласие по вашему обращению" in visit.text
    assert query(house, "SELECT state FROM withdrawal WHERE consent = 'main'") == [("open",)]
