"""Messages between people and the operator: written, answered, put down by hand, and how a person is found for it."""

from email.message import EmailMessage

import pytest

from answered import answer_link, ask_code
from conftest import close
from desk import drop, member, to_thread
from house import until
from pages import LANGUAGES, check, view
from person import somebody
from routes import MESSAGES, QUESTIONS, THREADS, unseen
from words import ANSWER_SENT, MESSAGE_WAITS, words

NO_WORDS = words("Напишите сообщение", "Хабарламаны жазыңыз", "Write a message")
NO_COLLEAGUE = words("Выберите, кому передать переписку", "Хат алмасуды кімге беретініңізді таңдаңыз", "Choose who gets the thread")
GIVEN = words("Переписка передана", "Хат алмасу берілді", "The thread is given on")
YOU = words("Вы, записал оператор", "Сіз, жазып алған оператор", "You, put down by the operator")
ANSWERED = words("Оператор ответил", "Оператордың жауабы", "The operator")

@pytest.fixture(scope="module")
def support(chromium, house, administrator):
    """Who answers people."""
    officer = member(chromium, house, administrator, "support", "Жауапберов", "jauapber@example.kz")
    yield officer
    close(officer.visit)


def template(office, language):
    """A template of answers, kept once."""
    office.go("office/threads/templates", language)
    check(office, "office-threads-templates", language)
    if office.page.locator('a[href*="templates?id="]').count():
        return
    office.send("threads/templates")
    office.page.locator(".error-summary").wait_for()
    office.fill(name="Часы работы", **{
        "words-ru": "Работаем с девяти до шести.", "words-kk": "Тоғыздан алтыға дейін жұмыс істейміз.",
        "words-en": "We work from nine to six."})
    office.send("threads/templates")
    office.page.locator('a[href*="templates?id="]').wait_for()


def letter(house, office, visit, address, number, specimens, language):
    """A letter that came by mail goes into the thread of whoever confirmed its address, once."""
    message = EmailMessage()
    message["From"], message["Message-ID"] = f"Anna <{address}>", f"<{number}@example.kz>"
    message["Subject"] = "Мекенжай"
    message.set_content("Мекенжайыңызды жазыңызшы", charset="utf-8")
    picture = (specimens / "back.jpg").read_bytes()
    message.add_attachment(picture, maintype="image", subtype="jpeg", filename="card.jpg")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="card.zip")
    office.go("office/threads", language)
    office.page.locator('a[href$="/office/threads/letter"]').click()
    office.at("office/threads/letter")
    check(office, "office-threads-letter", language)
    drop(office, b"Hello")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-threads-letter-wrong", language)
    drop(office, message.as_bytes())
    # The archive could not be kept.
    office.page.locator(".panel").first.wait_for()
    check(office, "office-threads-letter-left", language)
    assert office.page.locator('.panel a[href*="/office/threads/of/"]').count() == 1
    office.go("office/threads/letter", language)
    drop(office, message.as_bytes())
    office.page.locator(".panel").first.wait_for()
    check(office, "office-threads-letter-there", language)

    def is_read():
        visit.go("account/threads/1")
        return visit.page.locator('.received a[href*="/account/pages/"]').count()

    until(is_read, seconds=60, what="the picture in the letter, read")
    assert "Мекенжайыңызды жазыңызшы" in visit.text and f"[image/jpeg, {len(picture)} B]" in visit.text
    assert "[application/zip, 4 B]" in visit.text
    check(visit, "account-thread-letter")
    visit.go("account/history")
    check(visit, "account-history-letter")


def files(office, visit, specimens, number, language):
    """A photograph goes with a message, is seen by whoever answers, and a file comes back."""
    visit.go("account/threads/1")
    check(visit, "account-thread-files")
    visit.page.locator('#thread-files input[name="file"]').set_input_files(specimens / "back.jpg")
    # Only the page that shows itself anew once the file was read has a link to a page of it.
    visit.page.locator('.received a[href*="/account/pages/"]').nth(1).wait_for(timeout=60_000)
    check(visit, "account-thread-file")
    picture = visit.page.locator('.received a[href*="/account/pages/"]').first.get_attribute("href")
    assert visit.page.request.get(picture).headers["content-type"] == "image/jpeg"

    office.go("office/threads", language)
    office.page.locator("tr", has_text=number).locator("a").click()
    to_thread(office)
    office.send("/open")
    office.page.locator(".sheet img").first.wait_for()
    office.page.wait_for_function("() => [...document.querySelectorAll('.sheet img')].every((image) => image.naturalWidth > 300)")
    check(office, "office-thread-file", language)
    office.send("/files")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-thread-file-missing", language)
    office.page.locator('[name="file"]').set_input_files(specimens / "card.pdf")
    office.send("/files")
    office.page.locator(".panel.done, .panel.success").first.wait_for()

    def has_come():
        visit.go("account/threads/1")
        return visit.page.locator('a[href*="/account/files/"]').count()

    until(has_come, seconds=60, what="the operator's file")
    check(visit, "account-thread-file-sent")
    with visit.page.expect_download() as download:
        visit.page.locator('a[href*="/account/files/"]').click()
    assert download.value.path().read_bytes() == (specimens / "card.pdf").read_bytes()
    visit.go("account/history")
    check(visit, "account-history-files")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_answered_and_a_call_is_put_down(house, administrator, support, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("account/threads")
    check(visit, "account-threads")
    visit.send("account/threads")
    visit.refused(NO_WORDS)
    check(visit, "account-threads-wrong")
    visit.fill(words="Қай күндері жұмыс істейсіздер?")
    visit.send("account/threads")
    visit.at("account/threads/1")
    check(visit, "account-thread")

    office = support.visit
    office.language = language
    template(office, language)
    office.go("office/threads", language)
    assert f"{number}/1" in office.text and someone.family not in office.text and "Қай күндері" not in office.text
    check(office, "office-threads", language)
    office.page.locator("tr", has_text=number).locator("a").click()
    to_thread(office)
    check(office, "office-thread", language)
    assert "Қай күндері" not in office.text
    office.send("/take")
    to_thread(office)
    office.go("office/threads?part=mine", language)
    office.page.locator(f'a:has-text("{number}/1")').click()
    to_thread(office)
    office.send("/open")
    office.page.locator('[name="reply-words"]').wait_for()
    assert "Қай күндері" in office.text and someone.family not in office.text
    office.page.locator('[name="template"]').select_option(index=1)
    office.page.locator('button[formaction$="/fill"]').click()
    office.page.locator('[name="reply-words"]').wait_for()
    answer = office.page.locator('[name="reply-words"]').input_value()
    assert answer == {"ru": "Работаем с девяти до шести.", "kk": "Тоғыздан алтыға дейін жұмыс істейміз.",
                      "en": "We work from nine to six."}[language]
    check(office, "office-thread-open", language)
    office.page.locator('form[action$="/answer"] button:not([formaction])').click()
    office.at("office/threads")
    office.done(ANSWER_SENT)
    assert f"{number}/1" not in office.text

    visit.go("account/threads")
    visit.page.locator('a[href$="/account/threads/1"]').click()
    visit.at("account/threads/1")
    assert answer in visit.text
    visit.reads(ANSWERED)
    check(visit, "account-thread-answered")
    someone.is_told(MESSAGE_WAITS)

    office.go("office/find", language)
    check(office, "office-find", language)
    office.send("office/find")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-find-wrong", language)
    office.page.locator('[name="purpose"][value="service"]').check()
    office.page.locator('[name="reason"][value="calls"]').check()
    office.fill(sought="nobody@example.kz")
    office.send("office/find")
    office.page.locator(".panel").first.wait_for()
    assert number not in office.text
    office.fill(sought=someone.email)
    office.send("office/find")
    office.page.locator(".panel.done").wait_for()
    assert number in office.text and someone.family not in office.text and f"{someone.family[0]}•••" in office.text
    check(office, "office-find-one", language)
    office.page.locator('a[href*="/office/threads/note?case="]').click()
    office.page.locator('[name="words"]').wait_for()
    check(office, "office-threads-note", language)
    office.fill(words="Қоңырау шалып, мекенжайды сұрады")
    office.page.locator('[name="way"][value="whatsapp"]').check()
    office.send("threads/note")
    to_thread(office)
    visit.go("account/threads/1")
    assert "мекенжайды сұрады" in visit.text and "WhatsApp" in visit.text
    visit.reads(YOU)
    visit.go("account/history")
    check(visit, "account-history-threads")
    letter(house, office, visit, someone.email, number, specimens, language)
    files(office, visit, specimens, number, language)
    assert unseen(THREADS, [visit]) == [] and unseen(MESSAGES, [office]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_without_an_account_is_answered_at_a_one_time_link(house, support, visits, language):
    visit = visits(language=language)
    address = f"surak-{language}@example.kz"
    visit.go("contacts")
    check(visit, "contacts")
    visit.page.locator('a[href$="/contacts/ask"]').click()
    visit.at("contacts/ask")
    check(visit, "contacts-ask")
    visit.send("contacts/ask")
    visit.page.locator(".error-summary").wait_for()
    check(visit, "contacts-ask-wrong")
    visit.fill(words=f"Қай жерде орналасқансыздар? {language}", address=address)
    visit.page.locator('[name="agreed"]').check()
    visit.send("contacts/ask")
    visit.page.locator('[name="code"]').wait_for()
    check(visit, "contacts-ask-code")
    code = house.code(address)
    visit.fill(code="000000" if code != "000000" else "111111")
    visit.send("ask/code")
    visit.page.locator(".error-summary").wait_for()
    check(visit, "contacts-ask-code-wrong")
    visit.fill(code=code)
    visit.send("ask/code")
    visit.page.locator(".confirmation").wait_for()
    check(visit, "contacts-ask-taken")

    office = support.visit
    office.go("office/threads", language)
    row = office.page.locator("tr", has_text="Q-").last
    assert address not in office.text
    row.locator("a").click()
    to_thread(office)
    office.send("/open")
    office.page.locator('[name="reply-words"]').wait_for()
    assert f"орналасқансыздар? {language}" in office.text and address not in office.text
    office.fill(**{"reply-words": "Алматыда, Абай даңғылында"})
    office.page.locator('form[action$="/answer"] button:not([formaction])').click()
    office.at("office/threads")

    path = answer_link(house, address)
    assert not any("Абай" in text for text in house.messages(address))
    visit.go(path)
    check(visit, "answer")
    ask_code(visit, path, address)
    check(visit, "answer-code")
    visit.send(f"{path}/code")
    visit.page.locator("article.card").first.wait_for()
    assert "Абай даңғылында" in visit.text
    check(visit, "answer-read")
    assert unseen(QUESTIONS, [visit]) == []


@pytest.fixture(scope="module")
def colleague(chromium, house, administrator):
    """Another who answers people."""
    officer = member(chromium, house, administrator, "support", "Әріптесов", "ariptes@example.kz")
    yield officer
    close(officer.visit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thread_is_given_to_a_colleague(house, support, colleague, visits, specimens, language):
    visit = visits(language=language)
    number = somebody(visit).register(specimens / "back.jpg")
    visit.go("account/threads")
    visit.fill(words="Кім жауап береді?")
    visit.send("account/threads")
    visit.at("account/threads/1")

    office = support.visit
    office.language = colleague.visit.language = language
    office.go("office/threads")
    office.page.locator("tr", has_text=number).locator("a").click()
    to_thread(office)
    office.send("/give")
    office.refused(NO_COLLEAGUE)
    check(office, "office-thread-give-wrong")
    office.page.locator('[name="colleague"]').select_option(index=1)
    office.send("/give")
    office.at("office/threads")
    office.done(GIVEN)
    view(colleague.visit, "office/threads?part=mine", "office-threads-mine", f'a:has-text("{number}/1")')
    view(office, "office/threads?part=mine", "office-threads-part-empty", ".queue[aria-current]")
    assert f"{number}/1" not in office.text
