"""Requests by which something is done: a name is corrected, consents are withdrawn for somebody who asked at a visit."""

import pytest

from desk import member
from pages import LANGUAGES, check, view
from person import somebody
from stores import query
from words import ANSWER_SENT, CORRECTION_WAITS, REQUEST_RECEIVED, words

RECEIVED_PROOF = words("Подтверждение, которое вы прислали", "Сіз жіберген растайтын құжат", "The proof that you sent")
SAME_NAME = words("Имя не отличается от записанного", "Аты-жөні жазбадағыдан өзгеше емес", "The name is the same as")
PROPOSED = words("Предложение отправлено человеку", "Ұсыныс адамға жіберілді", "The proposal is sent to the person")
WAITS = words("ждёт ответа человека", "адамның жауабын күтуде", "waits for the person")
IS_PROPOSED = words("Предложено исправить ваши данные", "Деректеріңізді түзету ұсынылды", "A correction of your data is proposed")
TURNED_DOWN = words("Данные остались как есть", "Деректер өзгерген жоқ", "Your data stay as they are")
CORRECTED = words("Данные исправлены", "Деректер түзетілді", "Your data are corrected")
ACCEPTED = words("Вы приняли исправление", "Сіз түзетуді қабылдадыңыз", "You accepted a correction")
SENT_PROOF = words("Вы приложили файл к обращению", "Сіз өтінішке файл тіркедіңіз", "You attached a file to a request")
TICK_CONSENT = words("Отметьте хотя бы одно согласие", "Кемінде бір келісімді белгілеңіз", "Tick at least one consent")
WITHDRAWN = words("Согласия отозваны", "Келісімдер кері қайтарып алынды", "The consents are withdrawn")
NONE_STANDS = words("Действующих согласий больше нет", "Қолданыстағы келісім қалмады", "No consent stands any more")
ON_REQUEST = words("по вашему обращению", "өтінішіңіз бойынша", "at your request")
AS_ASKED = words("по вашему обращению", "өтінішіңіз бойынша", "as you asked")
NO_IDENTITY = words("Выберите, как установлена личность", "Тұлғасы қалай анықталғанын таңдаңыз", "Choose how the person")
OTHER_WAY = words("Так личность не установить", "тұлғаны бұлай анықтау мүмкін емес", "does not identify anybody so")
ENTERED = words("От вашего имени записано обращение", "Сіздің атыңыздан", "was entered in your name")
UNPROVEN = words("Личность не установлена: по этому", "Тұлғасы анықталмаған: бұл", "Nobody was identified: no copy")
STOPPED = words("остановлена. Если вы", "өңдеу тоқтатылды. Сіз", "is blocked. If you did not")
RESUMED = words("возобновлена. Если вы", "өңдеу қайта басталды. Сіз", "has resumed. If you did not")
ASKS = words("Отзываю согласие", "Келісімімді кері қайтарып аламын", "I withdraw my consent")
ANSWERS = words("Согласие отозвано", "Келісім кері қайтарып алынды", "The consent is withdrawn")


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
    visit.reads(REQUEST_RECEIVED)
    check(visit, "account-request-proof")
    visit.page.locator('#request-files input[name="file"]').set_input_files(specimens / "back.jpg")
    # Only the page that shows itself anew once the file was read has a link to a page of it.
    visit.page.locator('.received a[href*="/account/pages/"]').first.wait_for(timeout=60_000)
    visit.reads(RECEIVED_PROOF)
    check(visit, "account-request-proven")

    office = responsible.visit
    office.language = language
    office.go(f"office/requests/{number}/1")
    office.send("/open")
    office.page.locator(".sheet img").first.wait_for()
    office.page.wait_for_function("() => [...document.querySelectorAll('.sheet img')].every((image) => image.naturalWidth > 300)")
    assert office.page.locator('[name="family"]').input_value() == someone.family
    check(office, "office-request-correction", language)
    office.send("/propose")
    office.refused(SAME_NAME)
    check(office, "office-request-correction-same", language)
    new = someone.family + "а"
    office.fill(family=new)
    office.send("/propose")
    office.done(PROPOSED)
    check(office, "office-request-proposed", language)
    office.send("/open")
    office.page.locator('[name="family"]').wait_for()
    assert new in office.text
    office.reads(WAITS)
    check(office, "office-request-waiting", language)

    someone.is_told(CORRECTION_WAITS)
    visit.go("account")
    assert new not in visit.text
    visit.reads(IS_PROPOSED)
    check(visit, "account-correction-waits")
    visit.page.locator('.panel a[href$="/account/requests/1"]').click()
    visit.at("account/requests/1")
    assert new in visit.text
    check(visit, "account-request-proposed")
    if language == "kk":
        visit.send("/correction", "answer", "no")
        visit.done(TURNED_DOWN)
        check(visit, "account-request-turned-down")
        office.go(f"office/requests/{number}/1", language)
        office.send("/open")
        office.page.locator('[name="family"]').wait_for()
        assert office.page.locator('[name="family"]').input_value() == someone.family
        office.fill(family=new)
        office.send("/propose")
        office.done(PROPOSED)
        visit.go("account/requests/1")
    visit.send("/correction", "answer", "yes")
    visit.done(CORRECTED)
    check(visit, "account-request-corrected")
    visit.go("account/history")
    visit.reads(ACCEPTED)
    visit.reads(SENT_PROOF)
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
    office.done(ANSWER_SENT)
    visit.go("account/requests/1")
    assert visit.page.locator("#request-files").count() == 0
    check(visit, "account-request-closed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_consents_are_withdrawn_on_a_request_of_somebody_who_showed_who_they_are(
        house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    office = responsible.visit
    office.language = language
    office.go("office/requests/enter")
    office.fill(case=number, words=ASKS[language])
    office.page.locator('[name="kind"]').select_option("withdrawal")
    office.page.locator('[name="way"][value="telephone"]').check()
    office.send("requests/enter")
    office.refused(NO_IDENTITY)
    office.page.locator('[name="evidence"][value="original"]').check()
    office.send("requests/enter")
    office.refused(OTHER_WAY)
    check(office, "office-request-enter-unseen")
    # Whoever calls shows nobody who they are.
    office.page.locator('[name="evidence"][value="none"]').check()
    office.send("requests/enter")
    office.at(f"office/requests/{number}/1")
    someone.is_told(ENTERED)
    office.send("/open")
    office.reads(UNPROVEN)
    assert office.page.locator('[name="consents"]').count() == 0
    check(office, "office-request-unproven")
    office.go("office/requests/enter")
    office.fill(case=number, words=ASKS[language])
    office.page.locator('[name="kind"]').select_option("withdrawal")
    office.page.locator('[name="way"][value="visit"]').check()
    office.page.locator('[name="evidence"][value="original"]').check()
    office.send("requests/enter")
    office.at(f"office/requests/{number}/2")
    office.send("/open")
    office.page.locator('[name="consents"][value="main"]').wait_for()
    check(office, "office-request-withdrawing")
    office.send("/withdraw")
    office.refused(TICK_CONSENT)
    office.page.locator('[name="consents"][value="main"]').check()
    office.send("/withdraw")
    office.done(WITHDRAWN)
    office.reads(NONE_STANDS)
    assert office.page.locator('[name="consents"]').count() == 0
    check(office, "office-request-withdrawn")
    office.fill(**{"answer-words": ANSWERS[language]})
    office.send("/answer")
    office.at("office/requests")
    office.done(ANSWER_SENT)
    view(visit, "account/consents", "account-consents-on-request")
    assert ON_REQUEST[language] in visit.page.locator("main").text_content()
    visit.go("account/history")
    visit.reads(AS_ASKED)
    visit.go("account/requests/2")
    visit.reads(ANSWERS)
    assert set(query(house, "SELECT state FROM withdrawal WHERE consent = 'main'")) == {("open",)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_stop_the_work_on_a_request_and_let_it_go_on_and_the_person_is_told(responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    for place, kind in ((1, "restriction"), (2, "information")):
        visit.go(f"account/rights/ask/{kind}")
        visit.send(f"ask/{kind}")
        visit.at(f"account/requests/{place}")
    office = responsible.visit
    office.language = language
    def opened(place):
        office.go(f"office/requests/{number}/{place}")
        office.send("/open")
        office.page.wait_for_url("**/open")

    opened(1)
    office.send("/block", "act", "block")
    office.at(f"office/requests/{number}/1")
    someone.is_told(STOPPED)
    opened(1)
    assert office.page.locator('button[name="act"][value="unblock"]').count() == 1
    check(office, "office-request-blocked", language)
    opened(2)
    assert office.page.locator('form[action$="/block"]').count() == 0
    opened(1)
    office.send("/block", "act", "unblock")
    office.at(f"office/requests/{number}/1")
    someone.is_told(RESUMED)
    opened(1)
    assert office.page.locator('button[name="act"][value="block"]').count() == 1
