"""A service from its description in the office to its end: catalogue, agreement, order, and the pages that staff write."""

import datetime
import re

import pytest

from conftest import close
from desk import (
    AGREEMENTS, TITLES, fill_service, member, offer, publish_agreement, save_service, to_thread, unfold, write)
from house import House, until
from pages import LANGUAGES, Visit, check, plain, view
from person import somebody
from routes import OFFICE_ORDERS, OFFICE_SERVICES, SERVICES, unseen
from stores import query
from words import ORDER_NEWS, RECORDED, words

PRICES = {"ru": "от 15 000 ₸", "kk": "15 000 ₸-ден бастап", "en": "from ₸15,000"}
WHOLE_PRICE = words("Нужно целое число тенге", "бүтін теңге саны керек", "A whole number of tenge")
AGREEMENT_FIRST = words("Сначала опубликуйте договор", "Алдымен шартты жариялаңыз", "Publish the agreement first")
NOT_ACCEPTED = words("Отметьте, что принимаете договор", "Шартты қабылдайтыныңызды белгілеңіз", "Tick that you accept the agreement")
PLACED = words("Заказ оформлен", "Тапсырыс берілді", "Your order is placed")
WRITE = words("Напишите сообщение", "Хабарламаны жазыңыз", "Write a message")
ABOUT_ORDER = words("О заказе", "тапсырыс туралы", "About order")
ENDED = words("Услуга завершена", "Қызмет аяқталды", "The service ended")
ORDERED = words("Вы заказали услугу и приняли договор", "Сіз қызметке тапсырыс беріп, шартты қабылдадыңыз",
                "You ordered a service and accepted its agreement")
LATER = words("Пока консультация не окончена", "Кеңес аяқталғанша", "Until the advice is given")
KEPT = words("Часть данных оператор обязан хранить", "Деректердің бір бөлігін оператор сақтауға міндетті", "must keep part of the data")
REOPENED = words("Отзыв рассматривают снова", "Кері қайтарып алу қайта қаралады", "The withdrawal is looked at again")
DESTROY = words("Уничтожьте всё", "Барлығын жойыңыз", "Destroy everything")
ARCHIVED = words("она в архиве до записанной даты", "ол жазылған күнге дейін архивте", "it is in the archive until the recorded date")
NO_REFERENCE = words("Укажите номер проверки", "нөмірін аты-жөнсіз көрсетіңіз", "Give the number of the inspection")
ANOTHER_OPENS = words("Откроет другой работник", "Басқа қызметкер ашады", "Another person opens it")
SHOWN_ONCE = words("Показано один раз", "Бір рет көрсетілді", "Shown once")
NOTHING_ARCHIVED = words("По этому номеру в архиве ничего нет", "архивте ештеңе жоқ", "Nothing is archived under this")
ARCHIVE_KEPT = words("Архив хранится до", "Архивтің сақталу мерзімі", "The archive is kept until")
HOME = {"ru": "Мы открыты.<b>", "kk": "Біз ашықпыз.<b>", "en": "We are open.<b>"}


@pytest.fixture(scope="module")
def house():
    """A server under a policy by which decisions take effect soon."""
    house = House().hasten().start()
    yield house
    house.remove()


@pytest.fixture(scope="module")
def support(chromium, house, administrator):
    officer = member(chromium, house, administrator, "support", "Қолдаушы", "qoldaushy@example.kz")
    yield officer
    close(officer.visit)


@pytest.fixture(scope="module", params=LANGUAGES)
def identified(chromium, house, administrator, support, responsible, specimens, request):
    """Somebody in each language whose registration is approved; the office works for them in the same."""
    visit = Visit(chromium, house, request.param)
    for office in (administrator.visit, support.visit, *responsible):
        office.language = request.param
    someone = somebody(visit)
    someone.number = someone.register(specimens / "back.jpg")
    assert administrator.next() == someone.number
    administrator.approve(someone.number)
    administrator.wait_out_undo(someone.number)
    yield someone
    close(visit)


def describe(office, language, service):
    """An administrator describes a service, publishes its agreement, and offers it."""
    office.go("office/services", language)
    check(office, "office-services", language)
    fill_service(office, service, language, look=lambda name: check(office, name, language))
    office.fill(price="15 000,5")
    office.send("new-service", "preview")
    office.refused(WHOLE_PRICE)
    office.fill(price="15 000")
    office.page.locator('[name="recipients"][value="courier"]').check()
    office.send("new-service", "preview")
    office.page.locator("section.panel").wait_for()
    assert TITLES[language] in office.text and PRICES[language] in plain(office.page.locator("section.panel").inner_text())
    save_service(office)
    office.at(f"office/services/{service}")
    offer(office, service)
    office.refused(AGREEMENT_FIRST)
    publish_agreement(office, service, language, look=lambda name: check(office, name, language))


def talk(person, desk, number, case, language):
    """The person asks about the order, staff find the question at the order, and write first about it."""
    person.go(f"account/orders/{number}", language)
    person.send("/message")
    person.refused(WRITE)
    check(person, "account-order-message-wrong", language)
    person.fill(words="Қашан дайын болады?")
    person.send("/message")
    person.page.wait_for_url(re.compile(r"/account/threads/[0-9]+$"))
    assert person.page.locator(f'main a[href$="/account/orders/{number}"]').count()
    person.reads(ABOUT_ORDER)

    desk.go(f"office/orders/{case}", language)
    desk.page.locator('main a[href*="/office/threads/of/"]').click()
    to_thread(desk)
    check(desk, "office-thread-order", language)
    desk.page.locator(f'main a[href$="/office/orders/{case}"]').click()
    desk.at(f"office/orders/{case}")
    unfold(desk, "/message")
    check(desk, "office-order-message", language)
    desk.fill(**{"reply-words": "Мекенжайыңыз керек"})
    desk.send("/message")
    to_thread(desk)
    person.go(f"account/orders/{number}", language)
    assert person.page.locator('main li a[href*="/account/threads/"]').count() == 2
    check(person, "account-order-messages", language)


def test_a_service_is_offered_ordered_given_and_ended(house, administrator, support, identified, visits):
    office, person, number = administrator.visit, identified.visit, 1
    language = person.language
    service, stranger = f"advice-{language}", visits(language=language)
    describe(office, language, service)

    stranger.go("services")
    assert TITLES[language] in stranger.text and PRICES[language] in stranger.text
    check(stranger, "services")
    stranger.go(f"services/{service}")
    assert stranger.page.locator("main ul li", has_text={"ru": "раз", "kk": "бір", "en": "one"}[language]).count()
    check(stranger, "service")
    stranger.go(f"account/services/{service}")
    stranger.at("sign-in")

    person.go(f"account/services/{service}", language)
    check(person, "order-service", language)
    person.send(f"account/services/{service}")
    person.refused(NOT_ACCEPTED)
    person.page.locator('[name="accepted"]').check()
    person.send(f"account/services/{service}")
    person.at(f"account/orders/{number}")
    person.done(PLACED)
    assert AGREEMENTS[language] in person.text
    check(person, "account-order", language)

    desk = support.visit
    desk.go("office/orders", language)
    case = f"{identified.number}/{number}"
    assert case in desk.text and identified.family not in desk.text
    check(desk, "office-orders", language)
    desk.go(f"office/orders/{case}", language)
    assert identified.family not in desk.text and AGREEMENTS[language] not in desk.text
    desk.send("/open")
    desk.page.locator('[name="reason"]').wait_for(state="attached")
    assert identified.family in desk.text and AGREEMENTS[language] in desk.text
    check(desk, "office-order-open", language)
    talk(person, desk, number, case, language)
    for state in ("accepted", "in_work", "done"):
        desk.go(f"office/orders/{case}", language)
        desk.send("/advance", "state", state)
        desk.page.locator(f'[name="state"][value="{state}"]').wait_for(state="detached")
    desk.send("/paid")
    desk.page.locator('form[action$="/paid"]').wait_for(state="detached")
    unfold(desk, "/end")
    desk.send("/end")
    desk.page.locator('form[action$="/end"]').wait_for(state="detached")
    check(desk, "office-order", language)
    identified.is_told(ORDER_NEWS)
    desk.go("office/orders", language)
    assert case not in desk.text

    person.go(f"account/orders/{number}", language)
    assert person.page.locator("ol.timeline li").count() == 6
    person.reads(ENDED)
    person.go("account/recipients", language)
    check(person, "account-recipients-service", language)
    person.go("account/history", language)
    person.reads(ORDERED)
    check(person, "account-history-order", language)

    office.go("office/pages", language)
    check(office, "office-pages", language)
    office.go("office/pages/home", language)
    write(office, "text", {**HOME, language: HOME[language] + language})
    office.send("pages/home", "preview")
    office.page.locator("section.panel").wait_for()
    office.page.locator('form[action$="pages/home"] button[type=submit]:not([name])').click()
    office.page.locator("section.done").wait_for()
    check(office, "office-page", language)
    stranger.go("")
    stranger.page.get_by_text(HOME[language] + language).wait_for()
    check(stranger, "home-written")
    assert unseen(SERVICES, [stranger, person]) == []
    assert unseen(OFFICE_SERVICES, [office]) == [] and unseen(OFFICE_ORDERS, [desk]) == []


@pytest.fixture(scope="module")
def responsible(chromium, house, administrator):
    """Two persons responsible for the processing."""
    both = [member(chromium, house, administrator, "dpo", family, email) for family, email in (
        ("Жауаптыев", "jauapty@example.kz"), ("Екіншиев", "ekinshi@example.kz"))]
    yield [one.visit for one in both]
    close(*(one.visit for one in both))


def test_a_withdrawal_is_refused_for_an_order_that_has_not_ended(house, identified, responsible):
    """Needs the service that the test above offers."""
    person, office = identified.visit, responsible[0]
    service = f"account/services/advice-{person.language}"
    person.go(service)
    person.page.locator('[name="accepted"]').check()
    person.send(service)
    person.page.wait_for_url(re.compile(r"/account/orders/[0-9]+([?].*)?$"))
    number = person.path.rsplit("/", 1)[1]
    for verb in ("give", "withdraw"):
        person.go("account/consents")
        person.page.locator("section.card", has=person.page.locator('[name="consent"][value="courier"]')).locator(
            f'button[value="ask-{verb}"]').click()
        person.page.locator(f'button[name="answer"][value="{verb}"]').click()
        person.at("account/consents")
    office.go("office/disclosures")
    office.page.locator('a[href*="/disclosures/withdrawals/"]').click()
    office.page.locator('[name="order"]').wait_for()
    check(office, "office-withdrawal-orders")
    office.page.locator('[name="order"]').select_option(number)
    office.fill(explanation=LATER[office.language])
    office.page.locator('button[name="answer"][value="refuse"]').click()
    office.at("office/disclosures")
    office.done(RECORDED)
    view(person, "account/recipients", "account-recipients-order")
    assert person.page.locator(f'main a[href$="/account/orders/{number}"]').count() == 1
    assert LATER[office.language] in person.text
    view(person, "account/consents", "account-consents-kept")
    person.reads(KEPT)


def test_the_withdrawal_comes_back_when_that_order_has_ended(house, identified, responsible, support):
    person, office, desk = identified.visit, responsible[0], support.visit
    ((number,),) = query(house, "SELECT order_number FROM withdrawal WHERE state = 'refused'")
    desk.go(f"office/orders/{identified.number}/{number}")
    unfold(desk, "/end")
    desk.send("/end")
    desk.page.locator('form[action$="/end"]').wait_for(state="detached")
    view(person, "account/consents", "account-consents-reopened")
    person.reads(REOPENED)
    assert f"{identified.number}/{number}" in person.text
    office.go("office/requests")
    office.page.locator('a[href*="/disclosures/withdrawals/"]').click()
    office.page.locator('button[name="answer"][value="done"]').wait_for()
    check(office, "office-withdrawal-reopened")
    assert f"{identified.number}/{number}" in office.text
    assert office.page.locator('[name="order"]').count() == 0
    office.page.locator('main a[href*="/disclosures/tellings/"]').click()
    office.page.locator('[name="way"][value="post"]').check()
    office.page.locator('main form button[type="submit"]').click()
    office.at("office/disclosures")
    office.page.locator('a[href*="/disclosures/withdrawals/"]').click()
    office.page.locator('button[name="answer"][value="done"]').click()
    office.at("office/disclosures")
    office.done(RECORDED)
    assert query(house, "SELECT count(*) FROM withdrawal WHERE state <> 'done' OR order_number IS NOT NULL") == [(0,)]


@pytest.fixture(scope="module")
def archived(identified, responsible):
    """The number of somebody who has paid, and asked for everything to be destroyed."""
    identified.visit.go("account/rights/ask/deletion")
    identified.visit.fill(words=DESTROY[identified.visit.language])
    identified.visit.send("ask/deletion")
    identified.visit.at("account/requests/1")
    first, second = responsible
    request = f"office/requests/{identified.number}/1"
    first.go(request)
    first.send("/open")
    first.send("/prepare-destruction")
    first.at(request)
    second.go(request)
    second.send("/open")
    second.send("/destroy")
    second.page.wait_for_url(lambda url: "archived=1" in url)
    second.reads(ARCHIVED)
    check(second, "office-requests-archived")
    return identified.number


def test_what_a_law_has_kept_is_asked_for_by_one_and_opened_once_by_another(identified, archived, responsible):
    first, second = responsible
    language = first.language
    first.go("office/archive", language)
    check(first, "office-archive", language)
    first.send("archive/ask")
    first.refused(NO_REFERENCE)
    check(first, "office-archive-wrong", language)
    first.fill(case=archived.lower(), reference="14/2026")
    first.page.locator('[name="ground"][value="tax_inspection"]').check()
    first.send("archive/ask")
    first.page.locator('form[action$="archive/leave"]').wait_for()
    assert archived in first.text and first.page.locator('form[action$="archive/open"]').count() == 0
    first.reads(ANOTHER_OPENS)
    check(first, "office-archive-asked", language)

    second.go("office/archive", language)
    assert identified.family not in second.text
    check(second, "office-archive-open", language)
    second.send("archive/open")
    second.page.get_by_text(identified.family).first.wait_for()
    assert "Tax Code 206" in second.text and AGREEMENTS[language] in second.text
    second.reads(SHOWN_ONCE)
    check(second, "office-archived", language)
    # A court may have it kept longer: the number of the registration is all that is needed for that.
    second.page.locator(f'main a[href*="holds"][href*="{archived}"]').click()
    second.at("office/holds")
    assert second.page.locator('[name="case"]').input_value() == archived
    until = (datetime.date.today() + datetime.timedelta(days=90)).isoformat()
    second.fill(reference="2-118/26", until=until)
    second.page.locator('[name="ground"][value="court"]').check()
    second.send("holds/put")
    second.page.locator("tr", has_text=archived).wait_for()
    check(second, "office-holds-archived", language)
    first.go("office/holds", language)
    first.page.locator("tr", has_text=archived).locator("button").click()
    first.at("office/holds")
    assert archived not in first.text
    # Once: nothing waits any more.
    second.go("office/archive", language)
    assert archived not in second.text and identified.family not in second.text


def test_somebody_in_the_archive_who_asks_again_is_told_article_and_day(house, archived, responsible, administrator):
    office, reviewer, address = responsible[0], administrator.visit, f"surau{archived.lower()}@example.kz"
    language = office.language
    office.go("office/requests/enter/stranger", language)
    office.fill(family="Мысалов", given="Белгі", address=address, words=DESTROY[language])
    office.page.locator('[name="kind"]').select_option("information")
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator(f'[name="language"][value="{language}"]').check()
    office.send("enter/stranger")
    office.page.wait_for_url("**/office/outside-requests/*")
    reviewer.go(office.path, language)
    reviewer.send("/open")
    unfold(reviewer, "/close")
    reviewer.send("/close", "outcome", "archived")
    reviewer.refused(NOTHING_ARCHIVED)
    check(reviewer, "office-outside-archived-wrong", language)
    reviewer.fill(**{"archived-case": archived.lower()})
    reviewer.page.locator('[name="archived-evidence"][value="original"]').check()
    reviewer.send("/close", "outcome", "archived")
    reviewer.done(ARCHIVE_KEPT)
    assert "Tax Code 206" in reviewer.text
    check(reviewer, "office-outside-archived", language)
    until(lambda: any("Tax Code 206" in text for text in house.messages(address)), what="article and day")
