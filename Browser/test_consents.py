"""Consents channel by channel and recipient by recipient: given, withdrawn, passed on; transfers; acceptance by use."""

import re

import pytest

from house import until
from pages import Visit, check, see
from person import somebody
from plain import Caller
from stores import query


QUEUED = {
    "ru": "Отзыв согласия", "kk": "Келісімді кері қайтарып алу", "en": "Withdrawal of consent",
}


@pytest.fixture(scope="module")
def officer(administrator):
    """The administrator, who answers for the data too."""
    administrator.grant_self("dpo")
    return administrator


@pytest.fixture(scope="module")
def registered(chromium, house, specimens):
    visit = Visit(chromium, house)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    yield someone
    visit.close()


def card(visit, consent):
    return visit.page.locator("section.card", has=visit.page.locator(f'input[name="consent"][value="{consent}"]'))


def decide(visit, consent, verb):
    """Two clicks."""
    visit.go("account/consents")
    card(visit, consent).locator(f'button[value="ask-{verb}"]').click()
    visit.page.locator(f'button[name="answer"][value="{verb}"]').click()
    visit.at("account/consents")


def links(officer, kind):
    """The addresses of the tasks of a kind, without the language."""
    officer.visit.go("office/disclosures")
    found = officer.page.locator(f'a[href*="/disclosures/{kind}/"]').evaluate_all("all => all.map(one => one.href)")
    return [re.sub(r"^.*?/(ru|kk|en)/", "", one) for one in found]


def test_a_consent_is_given_withdrawn_and_what_it_asks_of_staff_is_done(house, officer, registered):
    visit = registered.visit
    for consent in ("advertising.email", "courier"):
        decide(visit, consent, "give")
    assert card(visit, "advertising.email").locator(".tag.good").count() == 1
    assert card(visit, "advertising.sms").locator(".tag.good").count() == 0
    assert "по электронной почте" in card(visit, "advertising.email").inner_text()
    see(visit, "account/consents", "account-consents-given")
    card(visit, "courier").locator("summary").first.click()
    text = card(visit, "courier").locator('a[href*="/account/consents/"]').first.get_attribute("href")
    visit.page.goto(text)
    shown = visit.text
    assert registered.family in shown and "8 777 206 07 77" in shown and "990228501233" in shown
    see(visit, re.sub(r"^/\w\w/", "", text), "account-consent-text")

    decide(visit, "advertising.email", "withdraw")
    assert links(officer, "withdrawals") == []
    decide(visit, "courier", "withdraw")
    assert card(visit, "courier").locator(".tag.good").count() == 0
    assert "включительно" in card(visit, "courier").inner_text()
    check(visit, "account-consents-withdrawn")

    (withdrawal,), (telling,) = links(officer, "withdrawals"), links(officer, "tellings")
    office = officer.visit
    see(office, "office/disclosures", "office-disclosures-open")
    see(office, withdrawal, "office-withdrawal")
    # In the queue of requests too, by its deadline, with a way to where it is worked off.
    for language, kind in QUEUED.items():
        office.go("office/requests", language)
        row = office.page.locator("tr", has=office.page.locator(f'a[href$="/{withdrawal}"]'))
        assert row.count() == 1 and kind in row.inner_text() and registered.number in row.inner_text()
        assert row.locator(".deadline").count() == row.locator(".tag").count() == 1
        check(office, "office-requests-withdrawal", language)
    office.page.locator(f'a[href$="/{withdrawal}"]').click()
    office.at(withdrawal)
    office.go(withdrawal, "ru")
    # Not while the recipient is still to be told; not refused without a ground, whatever is said.
    office.send(withdrawal, "answer", "done")
    office.page.locator(".error-summary").wait_for()
    office.fill(explanation="Договор 12")
    office.send(withdrawal, "answer", "refuse")
    office.page.locator(".error-summary").wait_for()
    assert office.page.locator('[name="ground"][value="unfulfilled_obligation"]').count() == 0
    assert office.page.locator('[name="explanation"]').input_value() == "Договор 12"
    check(office, "office-withdrawal-wrong")
    see(office, telling, "office-telling")
    office.page.locator('[name="way"][value="post"]').check()
    office.send(telling)
    office.at("office/disclosures")
    office.go(withdrawal)
    office.send(withdrawal, "answer", "done")
    office.at("office/disclosures")
    assert links(officer, "withdrawals") == links(officer, "tellings") == []
    visit.go("account/consents")
    assert "получателям сообщено" in card(visit, "courier").inner_text()
    assert query(house, "SELECT state FROM withdrawal") == [("done",)]
    office.go("office/requests")
    assert office.page.locator(f'a[href$="/{withdrawal}"]').count() == 0
    assert visit.complaints == [] and office.complaints == []


def test_a_transfer_needs_the_consent_and_the_person_sees_it(house, officer, registered):
    visit, office = registered.visit, officer.visit

    def ask(recipient="courier", number=registered.number):
        office.go("office/disclosures")
        office.fill(case=number)
        office.page.locator(f'[name="recipient"][value="{recipient}"]').check()
        office.send("disclosures/prepare")

    ask()
    office.page.locator(".error-summary").wait_for()
    check(office, "office-disclosures-refused")
    decide(visit, "courier", "give")
    ask(number="ZZZZ-ZZZZ")
    office.page.locator(".error-summary").wait_for()
    ask()
    office.page.locator('[name="fields"]').first.wait_for()
    offered = office.page.locator('[name="fields"]').evaluate_all("all => all.map(one => one.value)")
    assert offered == ["1", "2", "5"]
    check(office, "office-disclosure-fields")
    office.send("disclosures/record")
    office.page.locator(".error-summary").wait_for()
    for field in ("2", "5"):
        office.page.locator(f'[name="fields"][value="{field}"]').check()
    office.send("disclosures/record")
    office.at("office/disclosures")
    assert registered.number in office.text and registered.family not in office.text
    # A message went at once; without a mail server it is still the office's to tell.
    until(lambda: house.messages(registered.email)
          and any("третьему лицу" in one for one in house.messages(registered.email)), what="the message")
    telling, = links(officer, "tellings")
    office.go(telling)
    office.page.locator('[name="way"][value="email"]').check()
    office.send(telling)
    office.at("office/disclosures")
    see(office, "office/disclosures", "office-disclosures-done")
    see(visit, "account/recipients", "account-recipients-given")
    assert "Вам сообщено" in visit.text and visit.text.count("Номер телефона".lower()) >= 1
    visit.go("account/history")
    assert "передал ваши данные получателю" in visit.text
    assert visit.complaints == [] and office.complaints == []


def test_the_first_page_of_a_visit_is_counted_and_says_so_once(house, officer, visits):
    def counted():
        return sum(row[0] for row in query(house, "SELECT visits FROM acceptance"))

    until(lambda: query(house, "SELECT visits FROM acceptance") is not None, what="the table")
    caller = Caller(house)
    # Links within the site are no new visit.
    before = counted()
    visit = visits(width=360)
    visit.go("")
    notice = visit.page.locator("[data-edition-notice]")
    assert notice.count() == 1 and "не является" in notice.inner_text()
    check(visit, "home-arrival")
    visit.page.locator('.verbs a[href$="/ru/policy"]').click()
    visit.at("policy")
    assert visit.page.locator("[data-edition-notice]").count() == 0
    visit.go("")
    visit.page.locator("h1").wait_for()
    assert visit.page.locator("[data-edition-notice]").count() == 0
    kept = visit.page.evaluate("Object.entries(localStorage)")
    assert kept == [["edition", "1"]] and visit.context.cookies() == []
    for path in ("/ru", "/kk/policy"):
        assert caller.ask("GET", path)[0] == 200
    until(lambda: counted() >= before + 2, what="the count")
    # check() goes nowhere: two arrivals, and not those that a link of the site led to.
    assert counted() == before + 2
    officer.visit.go("office/acceptance")
    assert officer.page.locator("svg[role=img] rect").count() >= 1
    see(officer.visit, "office/acceptance", "office-acceptance-counted")


def test_a_withdrawal_of_the_consent_to_the_registration_warns_staff_of_the_end(
        house, administrator, officer, registered):
    visit, office = registered.visit, officer.visit
    assert officer.next() == registered.number
    officer.approve(registered.number)
    officer.wait_out_undo(registered.number)
    decide(visit, "main", "withdraw")
    see(visit, "account/consents", "account-consents-main-withdrawn")
    withdrawal = links(officer, "withdrawals")[-1]
    see(office, withdrawal, "office-withdrawal-main")
    assert "уничтожит все данные" in office.text
    for telling in links(officer, "tellings"):
        office.go(telling)
        office.page.locator('[name="way"][value="post"]').check()
        office.send(telling)
        office.at("office/disclosures")
    office.go(withdrawal)
    office.send(withdrawal, "answer", "done")
    office.at("office/disclosures")
    see(visit, "account/consents", "account-consents-main-done")
    assert "ваши данные уничтожат" in card(visit, "main").inner_text()
    ((scans,),) = query(house, "SELECT scans_until IS NOT NULL FROM registration")
    assert scans
