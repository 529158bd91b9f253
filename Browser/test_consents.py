"""Consents channel by channel and recipient by recipient: given, withdrawn, passed on; transfers; acceptance by use."""

import re

import pytest

from conftest import close
from house import House, until
from pages import LANGUAGES, Visit, check, view
from person import somebody
from plain import Caller
from stores import query
from words import CHOOSE_REFUSAL, NO_SUCH_NUMBER, RECORDED, WITHDRAWAL_ANSWERED, words

BY_EMAIL = words("по электронной почте", "электрондық пошта", "by e-mail")
NO_LAW_DAY = words("Укажите последний день, в который закон", "Заң деректерді сақтауға міндеттейтін соңғы күнді",
                   "Give the last day on which the law")
PAST_LAW_DAY = words("Укажите день после сегодняшнего", "Күнін көрсетіңіз: бүгіннен кейін", "Give a day after today")
LAST_DAY = words("включительно", "соңғы күні", "at the latest")
ENDING = words("Оператор заканчивает обработку", "Оператор өңдеуді аяқтап жатыр", "The operator ends the processing")
ENDED = words("получателям сообщено", "алушыларға хабарланды", "recipients were told")
DESTROYED_SOON = words("ваши данные уничтожат", "деректеріңіз бір тәуліктен кейін жойылады", "your data are destroyed")
DESTROYS_SOON = words("уничтожит все данные", "барлық дерегін жояды", "destroys all data")
TELL_FIRST = words("Сначала сообщите получателям", "Алдымен жоғарыда аталған алушыларға хабарлаңыз", "Tell the recipients")
NOT_AGREED = words("передавать нельзя", "беруге болмайды", "Nothing may go to this recipient")
TICK_DATA = words("Отметьте, какие данные", "Қандай деректер берілгенін белгілеңіз", "Tick which data")
WRITTEN_OF_TRANSFER = words("третьему лицу", "үшінші тұлғаға", "went to a third party")
TOLD_YOU = words("Вам сообщено", "Сізге хабарланды", "You were told")
TELEPHONE = words("номер телефона", "телефон нөмірі", "telephone number")
HANDED_ON = words("передал ваши данные получателю", "деректеріңізді алушыға берді", "handed data of yours to a recipient")
STATE = {"give": words("дано", "берілген", "given"), "withdraw": words("отозвано", "кері қайтарып алынған", "withdrawn")}
DONE = words("Сделано и записано", "Орындалды және жазылды", "Done and recorded")
QUEUED = words("Отзыв согласия", "Келісімді кері қайтарып алу", "Withdrawal of consent")
NO_CONSENT = words("не является", "келісім емес", "not consent")


@pytest.fixture(scope="module")
def house():
    """A server under a policy by which decisions take effect soon."""
    house = House().hasten().start()
    yield house
    house.remove()


@pytest.fixture(scope="module")
def officer(administrator):
    """The administrator, who answers for the data too."""
    administrator.grant_self("dpo")
    return administrator


@pytest.fixture(scope="module", params=LANGUAGES)
def registered(chromium, house, officer, specimens, request):
    """Somebody in each language, in which the office works for them, too."""
    visit = Visit(chromium, house, request.param)
    officer.visit.language = request.param
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    yield someone
    close(visit)


def card(visit, consent):
    return visit.page.locator("section.card", has=visit.page.locator(f'input[name="consent"][value="{consent}"]'))


def decide(visit, consent, verb):
    """Two clicks."""
    visit.go("account/consents")
    card(visit, consent).locator(f'button[value="ask-{verb}"]').click()
    visit.page.locator(f'button[name="answer"][value="{verb}"]').click()
    visit.at("account/consents")
    visit.done(DONE)
    assert STATE[verb][visit.language] in card(visit, consent).inner_text()


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
    assert BY_EMAIL[visit.language] in card(visit, "advertising.email").inner_text()
    view(visit, "account/consents", "account-consents-given")
    card(visit, "courier").locator("summary").first.click()
    text = card(visit, "courier").locator('a[href*="/account/consents/"]').first.get_attribute("href")
    visit.page.goto(text)
    shown = visit.text
    assert registered.family in shown and "8 777 206 07 77" in shown and "990228501233" in shown
    view(visit, re.sub(r"^/\w\w/", "", text), "account-consent-text")

    decide(visit, "advertising.email", "withdraw")
    assert links(officer, "withdrawals") == []
    decide(visit, "courier", "withdraw")
    assert card(visit, "courier").locator(".tag.good").count() == 0
    assert all(one[visit.language] in card(visit, "courier").inner_text() for one in (ENDING, LAST_DAY))
    check(visit, "account-consents-withdrawn")

    (withdrawal,), (telling,) = links(officer, "withdrawals"), links(officer, "tellings")
    office = officer.visit
    view(office, "office/disclosures", "office-disclosures-open")
    view(office, withdrawal, "office-withdrawal")
    # In the queue of requests too, by its deadline, with a way to where it is worked off.
    office.go("office/requests")
    row = office.page.locator("tr", has=office.page.locator(f'a[href$="/{withdrawal}"]'))
    assert row.count() == 1 and QUEUED[office.language] in row.inner_text() and registered.number in row.inner_text()
    assert row.locator(".deadline").count() == row.locator(".tag").count() == 1
    check(office, "office-requests-withdrawal")
    row.locator(f'a[href$="/{withdrawal}"]').click()
    office.at(withdrawal)
    # Not while the recipient is still to be told; not refused without a ground, whatever is said.
    office.send(withdrawal, "answer", "done")
    office.refused(TELL_FIRST)
    office.fill(explanation="Договор 12")
    office.send(withdrawal, "answer", "refuse")
    office.refused(CHOOSE_REFUSAL)
    assert office.page.locator('[name="ground"][value="unfulfilled_obligation"]').count() == 0
    assert office.page.locator('[name="explanation"]').input_value() == "Договор 12"
    check(office, "office-withdrawal-wrong")
    office.page.locator('[name="ground"][value="kept_by_law"]').check()
    office.send(withdrawal, "answer", "refuse")
    office.refused(NO_LAW_DAY)
    office.fill(until="2020-01-31")
    office.send(withdrawal, "answer", "refuse")
    office.refused(PAST_LAW_DAY)
    view(office, telling, "office-telling")
    office.page.locator('[name="way"][value="post"]').check()
    office.send(telling)
    office.at("office/disclosures")
    office.done(RECORDED)
    office.go(withdrawal)
    office.send(withdrawal, "answer", "done")
    office.at("office/disclosures")
    office.done(RECORDED)
    assert links(officer, "withdrawals") == links(officer, "tellings") == []
    visit.go("account/consents")
    assert ENDED[visit.language] in card(visit, "courier").inner_text()
    assert set(query(house, "SELECT state FROM withdrawal")) == {("done",)}
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
    office.refused(NOT_AGREED)
    check(office, "office-disclosures-refused")
    decide(visit, "courier", "give")
    ask(number="ZZZZ-ZZZZ")
    office.refused(NO_SUCH_NUMBER)
    ask()
    office.page.locator('[name="fields"]').first.wait_for()
    offered = office.page.locator('[name="fields"]').evaluate_all("all => all.map(one => one.value)")
    assert offered == ["1", "2", "5"]
    check(office, "office-disclosure-fields")
    office.send("disclosures/record")
    office.refused(TICK_DATA)
    for field in ("2", "5"):
        office.page.locator(f'[name="fields"][value="{field}"]').check()
    office.send("disclosures/record")
    office.at("office/disclosures")
    office.done(RECORDED)
    assert registered.number in office.text and registered.family not in office.text
    # A message went at once; without a mail server it is still the office's to tell.
    registered.is_told(WRITTEN_OF_TRANSFER)
    telling, = links(officer, "tellings")
    office.go(telling)
    office.page.locator('[name="way"][value="email"]').check()
    office.send(telling)
    office.at("office/disclosures")
    view(office, "office/disclosures", "office-disclosures-done")
    view(visit, "account/recipients", "account-recipients-given")
    assert TOLD_YOU[visit.language] in visit.text and TELEPHONE[visit.language] in visit.text.lower()
    visit.go("account/history")
    visit.reads(HANDED_ON)
    assert visit.complaints == [] and office.complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_of_a_visit_is_counted_and_says_so_once(house, officer, visits, language):
    def counted():
        return sum(row[0] for row in query(house, "SELECT visits FROM acceptance"))

    until(lambda: query(house, "SELECT visits FROM acceptance") is not None, what="the table")
    caller = Caller(house)
    # Links within the site are no new visit.
    before = counted()
    visit = visits(language=language)
    visit.go("")
    notice = visit.page.locator("[data-edition-notice]")
    assert notice.count() == 1 and NO_CONSENT[language] in notice.inner_text()
    check(visit, "home-arrival")
    visit.page.locator(f'.verbs a[href$="/{language}/policy"]').click()
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
    officer.visit.language = language
    officer.visit.go("office/acceptance")
    assert officer.page.locator("svg[role=img] rect").count() >= 1
    view(officer.visit, "office/acceptance", "office-acceptance-counted")


def test_a_withdrawal_of_the_consent_to_the_registration_warns_staff_of_the_end(
        house, administrator, officer, registered):
    visit, office = registered.visit, officer.visit
    assert officer.next() == registered.number
    officer.approve(registered.number)
    officer.wait_out_undo(registered.number)
    decide(visit, "main", "withdraw")
    view(visit, "account/consents", "account-consents-main-withdrawn")
    withdrawal = links(officer, "withdrawals")[-1]
    view(office, withdrawal, "office-withdrawal-main")
    office.reads(DESTROYS_SOON)
    for telling in links(officer, "tellings"):
        office.go(telling)
        office.page.locator('[name="way"][value="post"]').check()
        office.send(telling)
        office.at("office/disclosures")
    office.go(withdrawal)
    office.send(withdrawal, "answer", "done")
    office.at("office/disclosures")
    office.done(RECORDED)
    registered.is_told(WITHDRAWAL_ANSWERED)
    view(visit, "account/consents", "account-consents-main-done")
    assert DESTROYED_SOON[visit.language] in card(visit, "main").inner_text()
    ((scans,),) = query(house, "SELECT scans_until IS NOT NULL FROM registration WHERE number = ?", registered.number)
    assert scans
