"""What people ask about their own data, how staff answer in time, and what a block stops."""

import io
import json
import re
import subprocess
import zipfile

import pytest

from conftest import close
from desk import download, member
from pages import LANGUAGES, check, view
from person import somebody
from routes import OUTSIDE, RIGHTS, unseen
from stores import query
from words import ANSWER_SENT, ANSWER_WAITS, NO_SUCH_NUMBER, REQUEST_RECEIVED, REQUEST_REFUSED, WRITE_ANSWER, WRITE_WORDS, words

# What is told of a registration whose owner has stopped the processing.
STOPPED = words("обработка остановлена", "өңдеу тоқтатылған", "processing blocked")
BLOCKED = words("Обработка остановлена", "Өңдеу тоқтатылды", "Processing is blocked")
RESUMED = words("Обработка возобновлена", "Өңдеу қайта басталды", "Processing has resumed")
IS_BLOCKED = words("Обработка ваших данных остановлена", "Деректеріңізді өңдеу тоқтатылған", "The processing of your data is blocked")
DELETE = words("Удалите", "Өшіріңіз", "Delete them")
KEPT_BY_LAW = words("Хранить обязывает Налоговый кодекс", "Салық кодексі сақтауға міндеттейді", "The Tax Code has us keep them")
WHAT_HELD = words(
    "Какие данные обо мне у вас есть? Алматы, ул. Пробная, 1", "Мен туралы қандай деректер бар? Алматы, Сынақ көшесі, 1",
    "Which data about me do you hold? 1 Trial Street, Almaty")
NO_ADDRESS = words("не похоже ни на почту, ни на телефон", "поштаға да, телефонға да ұқсамайды", "neither an e-mail nor a telephone")
NO_WAY = words("Выберите, как пришло обращение", "Өтініштің қалай келгенін таңдаңыз", "Choose how it came")
SAME_WAY = words("ответьте тем же способом", "солай жауап беріңіз", "answer in the way the request came")
NO_RECIPIENT = words("Это не получатель age", "Бұл age алушысы емес", "This is no recipient of age")
TOOK_COPY = words("Вы взяли копию своих данных", "Сіз деректеріңіздің көшірмесін алдыңыз", "You took a copy of your data")
DESTROY = words("Уничтожьте всё", "Барлығын жойыңыз", "Destroy everything")
UNIDENTIFIED = words("личность не установлена", "тұлғасы анықталмаған", "not identified")
CLOSED = words("Обращение закрыто", "Өтініш жабылды", "The request is closed")
IDENTIFIED = words("Личность установлена", "Тұлғасы анықталды", "The person is identified")
NO_EVIDENCE = words("Выберите, чем это подтверждено", "Немен расталғанын таңдаңыз", "Choose what shows it")
OTHER_ADDRESS = words("подтверждён другой адрес", "басқа мекенжай расталған", "Another address is confirmed")
REVIEWER_TELLS = words("решает проверяющий", "тексеруші шешеді", "A reviewer decides whose request this is")
ANOTHER_DESTROYS = words("Вы подготовили уничтожение", "Жоюды сіз дайындадыңыз", "You prepared the destruction")
DESTROYED = words("Данные уничтожены", "Деректер жойылды", "The data are destroyed")
CERTIFIED = words("Свидетельство об уничтожении данных", "Деректердің жойылғаны туралы куәлік", "Certificate of destruction of data")


@pytest.fixture(scope="module")
def responsible(chromium, house, administrator):
    """The person responsible for the processing."""
    officer = member(chromium, house, administrator, "dpo", "Жауаптыев", "jauapty@example.kz")
    yield officer
    close(officer.visit)


@pytest.fixture(scope="module")
def colleague(chromium, house, administrator):
    """Another of them, for what needs two."""
    officer = member(chromium, house, administrator, "dpo", "Екіншиев", "ekinshi@example.kz")
    yield officer
    close(officer.visit)


def act(visit, house, someone, aim):
    """Does something at once, and is told so; the code is asked when who one is was not shown lately."""
    before = house.codes_sent(someone.email)
    visit.go("account/rights")
    visit.page.locator(f'button[name="aim"][value="{aim}"]').click()
    visit.page.wait_for_load_state()
    if visit.page.locator('[name="code"]').count():
        check(visit, "account-rights-code")
        visit.fill(code=house.code(someone.email, after=before))
        visit.send("rights/act/code")
    visit.at("account/rights")
    visit.done({"block": BLOCKED, "unblock": RESUMED}[aim])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_is_answered_before_its_deadline(house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("account/rights")
    check(visit, "account-rights")
    visit.go("account/rights/ask/correction")
    visit.send("ask/correction")
    visit.refused(WRITE_WORDS)
    check(visit, "account-rights-ask-wrong")
    visit.go("account/rights/ask/information")
    check(visit, "account-rights-ask")
    visit.fill(words="Менің деректерім туралы мәлімет беріңіз")
    visit.send("ask/information")
    visit.at("account/requests/1")
    visit.done(REQUEST_RECEIVED)
    check(visit, "account-request")
    assert f"{number}/1" in visit.text and visit.page.locator(".deadline").count() == 1

    office = responsible.visit
    office.language = language
    office.go("office/requests")
    assert f"{number}/1" in office.text and someone.family not in office.text
    check(office, "office-requests", language)
    office.page.locator(f'a[href$="/office/requests/{number}/1"]').click()
    office.at(f"office/requests/{number}/1")
    assert someone.family not in office.text and "мәлімет беріңіз" not in office.text
    check(office, "office-request", language)
    office.send("/open")
    office.page.locator('[name="answer-words"]').wait_for()
    assert someone.family in office.text and "мәлімет беріңіз" in office.text
    office.send("/answer")
    office.refused(WRITE_ANSWER)
    check(office, "office-request-open", language)
    # The house draws up what the law wants in an answer, in the person's language; staff change it before it goes.
    office.page.locator('button[formaction$="/draft"]').click()
    office.page.wait_for_function("() => document.querySelector('[name=\"answer-words\"]').value.length > 400")
    draft = office.page.locator('[name="answer-words"]').input_value()
    assert {"ru": "Для чего: ", "kk": "Не үшін: ", "en": "What for: "}[language] in draft
    assert someone.family not in draft and len(draft) < 4000
    check(office, "office-request-draft", language)
    office.fill(**{"answer-words": "Аты-жөніңіз бен поштаңыз сақталады"})
    office.send("/answer")
    office.at("office/requests")
    office.done(ANSWER_SENT)
    assert f"{number}/1" not in office.text

    someone.is_told(ANSWER_WAITS)
    visit.go("account/requests/1")
    assert "Аты-жөніңіз бен поштаңыз" in visit.text
    check(visit, "account-request-answered")
    visit.go("account/history")
    check(visit, "account-history-request")
    visit.go("account/rights/copy")
    check(visit, "account-copy")
    assert unseen(RIGHTS, [visit]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_came_on_paper_is_entered_with_its_day_and_refused_on_a_ground(
        house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    office = responsible.visit
    office.language = language
    office.go("office/requests/enter")
    office.fill(case="AAAA-0000", words=DELETE[language])
    office.page.locator('[name="kind"]').select_option("deletion")
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator('[name="evidence"][value="original"]').check()
    office.send("requests/enter")
    office.refused(NO_SUCH_NUMBER)
    assert office.page.locator('[name="words"]').input_value() == DELETE[language]
    check(office, "office-request-enter-wrong")
    office.fill(case=number.lower())
    office.send("requests/enter")
    office.at(f"office/requests/{number}/1")
    office.send("/open")
    office.page.locator("details.folded summary").last.click()
    office.page.locator('[name="ground"]').select_option("kept_by_law")
    office.fill(**{"refusal-words": KEPT_BY_LAW[language]})
    office.send("/refuse")
    office.at("office/requests")
    office.done(ANSWER_SENT)
    someone.is_told(ANSWER_WAITS)
    view(visit, "account/requests/1", "account-request-refused")
    visit.reads(REQUEST_REFUSED)
    visit.reads(KEPT_BY_LAW)
    assert "Digital Code 41(3)" in visit.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_unknown_sent_on_paper_waits_for_a_reviewer(house, administrator, responsible, language):
    office, letter = responsible.visit, WHAT_HELD[language]
    office.language = language
    office.go("office/requests/enter")
    office.page.locator('a[href$="/enter/stranger"]').click()
    office.page.locator('[name="family"]').wait_for()
    office.fill(given="Белгі", address="не адрес", words=letter, day="2099-01-01")
    office.page.locator('[name="kind"]').select_option("information")
    office.send("enter/stranger")
    office.refused(NO_ADDRESS)
    office.refused(NO_WAY)
    assert office.page.locator('[name="words"]').input_value() == letter
    assert office.page.locator(".field.wrong, fieldset.wrong").count() >= 3
    check(office, "office-enter-outside-wrong")
    today = office.page.evaluate("() => new Date(Date.now() + 5 * 3600e3).toISOString().slice(0, 10)")
    office.fill(family="Бейтанысов", address="", day=today)
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator(f'[name="language"][value="{language}"]').check()
    office.send("enter/stranger")
    office.page.wait_for_url("**/office/outside-requests/*")
    # Whoever entered it sees it masked from now on, too.
    assert "Бейтанысов" not in office.text
    reviewer = administrator.visit
    reviewer.language = language
    reviewer.go(office.path)
    reviewer.send("/open")
    reviewer.page.locator('[name="case"]').wait_for()
    assert "Бейтанысов" in reviewer.text and letter in reviewer.text
    assert reviewer.page.locator('[name="evidence"]').evaluate_all("all => all.map(one => one.value)") == [
        "original", "certified"]
    reviewer.page.locator("details.folded summary").last.click()
    reviewer.reads(SAME_WAY)
    check(reviewer, "office-outside-paper")
    reviewer.page.locator('button[value="nothing_held"]').click()
    reviewer.at("office/requests")
    # Nothing went out: there is neither e-mail nor telephone.
    reviewer.done(CLOSED)
    assert ANSWER_SENT[language] not in reviewer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_stops_the_work_and_is_lifted_by_the_person(
        house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    act(visit, house, someone, "block")
    view(visit, "account/rights", "account-rights-blocked")
    visit.reads(IS_BLOCKED)
    view(visit, "account", "account-blocked")
    visit.reads(IS_BLOCKED)
    reviewer, stopped = administrator.visit, STOPPED[language]
    reviewer.language = language
    view(reviewer, "office/queue", "office-queue-blocked")
    assert stopped in reviewer.page.locator("tr", has_text=number).inner_text()
    view(reviewer, f"office/cases/{number}", "office-case-blocked")
    assert stopped in reviewer.text and reviewer.page.locator('form[action$="/take"]').count() == 0
    # What the person stopped goes on at their own word alone.
    responsible.visit.go(f"office/requests/{number}/1", language)
    responsible.visit.send("/open")
    responsible.visit.page.wait_for_url("**/open")
    assert responsible.visit.page.locator('form[action$="/block"]').count() == 0
    act(visit, house, someone, "unblock")
    administrator.take(number)
    assert someone.family in administrator.visit.text
    assert query(house, "SELECT count(*) FROM subject_block") == [(0,)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_of_everything_is_taken_and_sent_sealed(
        house, administrator, responsible, visits, specimens, tmp_path, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("account/rights")
    before = house.codes_sent(someone.email)
    visit.page.locator('a[href$="/rights/copy"]').click()
    visit.at("account/rights/copy")
    # Who has just registered has shown who they are.
    if visit.page.locator('button[name="aim"][value="copy"]').count():
        visit.page.locator('button[name="aim"][value="copy"]').click()
        visit.page.locator('[name="code"]').wait_for()
        visit.fill(code=house.code(someone.email, after=before))
        visit.send("rights/act/code")
        visit.at("account/rights/copy")
    visit.page.locator("details.folded summary").first.click()
    visit.fill(recipient="age1nobody")
    visit.send("rights/copy")
    visit.refused(NO_RECIPIENT)
    assert visit.page.locator('[name="recipient"]').input_value() == "age1nobody"
    check(visit, "account-copy-wrong")
    visit.fill(recipient="")
    name, path = download(visit, "rights/copy")
    assert re.fullmatch(r"saqta-copy-\d{4}-\d\d-\d\d\.zip", name), name
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        data = json.loads(archive.read("data.json"))
        (scan,) = [one for one in archive.namelist() if one.startswith("documents/")]
        assert archive.read(scan) == (specimens / "back.jpg").read_bytes()
    assert data["registration"]["number"] == number
    assert someone.family in [field["value"] for field in data["fields"]]
    assert "takeCopy" in [entry["act"] for entry in data["history"][:2]] and data["consents"][0]["text"]

    # Staff make it for whom the person named, and cannot open it.
    key = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout
    (tmp_path / "key").write_text(key)
    recipient = re.search(r"age1\w+", key)[0]
    visit.go("account/rights/ask/copy")
    visit.fill(words=recipient)
    visit.send("ask/copy")
    visit.at("account/requests/1")
    office = responsible.visit
    office.language = language
    office.go(f"office/requests/{number}/1")
    office.send("/open")
    office.page.locator('[name="recipient"]').wait_for()
    office.send("1/copy")
    office.refused(NO_RECIPIENT)
    check(office, "office-request-copy")
    office.fill(recipient=recipient)
    name, path = download(office, "1/copy")
    assert name.endswith(".zip.age")
    opened = subprocess.run(["age", "--decrypt", "-i", tmp_path / "key", path], capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        assert archive.testzip() is None and someone.family in archive.read("data.json").decode()
    view(visit, "account/history", "account-history-copy")
    visit.reads(TOOK_COPY)
    log = house.log.read_text(errors="replace")
    assert someone.family not in log and someone.email not in log and recipient not in log


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_no_account_asks_is_identified_and_all_data_are_destroyed(
        house, administrator, responsible, colleague, visits, specimens, language):
    someone = somebody(visits(language=language))
    number = someone.register(specimens / "back.jpg")
    stranger = visits(language=language)
    stranger.go("sign-in")
    stranger.page.locator(f'a[href$="/{language}/rights"]').click()
    stranger.at("rights")
    stranger.fill(family="", given="Белгі", address="no address", words=DESTROY[language])
    stranger.send(f"{language}/rights")
    stranger.refused(NO_ADDRESS)
    assert stranger.page.locator('[name="words"]').input_value() == DESTROY[language]
    check(stranger, "outside-wrong")
    # From an address that nobody has registered.
    address = f"syrtqy-{number.lower()}@example.kz"
    stranger.page.locator('[name="kind"]').select_option("deletion")
    stranger.fill(family=someone.family, given="Белгі", address=address)
    stranger.send(f"{language}/rights")
    stranger.at("rights/code")
    view(stranger, "rights/code", "outside-code")
    # Until the code has come nobody sees anything of it.
    office, reviewer = responsible.visit, administrator.visit
    office.language = reviewer.language = language
    office.go("office/requests")
    assert UNIDENTIFIED[language] not in office.text
    stranger.fill(code=house.code(address))
    stranger.send("rights/code")
    stranger.at("rights/received")
    view(stranger, "rights/received", "outside-received")
    outside = re.search(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}", stranger.text)[0]

    # Who answers sees that it waits; whose it is, a reviewer tells.
    view(office, "office/requests", "office-requests-outside")
    row = office.page.locator("tr", has_text=outside)
    assert UNIDENTIFIED[language] in row.inner_text() and someone.family not in office.text
    row.locator("a").click()
    office.page.wait_for_url("**/office/outside-requests/*")
    assert office.page.locator('form[action$="/open"]').count() == 0
    office.reads(REVIEWER_TELLS)
    check(office, "office-outside")
    reviewer.go(office.path)
    assert address not in reviewer.text
    reviewer.send("/open")
    reviewer.page.locator('[name="case"]').wait_for()
    assert address in reviewer.text and DESTROY[language] in reviewer.text
    reviewer.send("/identify")
    reviewer.refused(NO_EVIDENCE)
    check(reviewer, "office-outside-open")
    reviewer.fill(case=number.lower())
    reviewer.page.locator('[name="evidence"][value="contact"]').check()
    reviewer.send("/identify")
    reviewer.refused(OTHER_ADDRESS)
    reviewer.page.locator('[name="evidence"][value="original"]').check()
    reviewer.send("/identify")
    reviewer.at("office/requests")
    # Who asks is known now; the answer is still to be given.
    reviewer.done(IDENTIFIED)
    assert ANSWER_SENT[language] not in reviewer.text
    assert outside not in reviewer.text
    assert query(house, "SELECT count(*) FROM outside_request WHERE number = ?", outside) == [(0,)]
    assert unseen(OUTSIDE, [stranger, office]) == []

    # From now on it is the person's; one prepares the destruction, another carries it out.
    office.go(f"office/requests/{number}/1")
    office.send("/open")
    office.send("/prepare-destruction")
    office.at(f"office/requests/{number}/1")
    office.send("/open")
    office.page.locator("section.card").first.wait_for()
    office.reads(ANOTHER_DESTROYS)
    assert office.page.locator('form[action$="/destroy"]').count() == 0
    check(office, "office-request-destruction")
    other = colleague.visit
    other.language = language
    other.go(f"office/requests/{number}/1")
    other.send("/open")
    other.send("/destroy")
    other.at("office/requests")
    other.done(DESTROYED)
    certificate = other.page.locator('a[href*="/erasures/"]').get_attribute("href")
    assert f"/{language}/erasures/{certificate.rsplit('/', 1)[1]}" in house.messages(someone.email)[-1]
    check(other, "office-requests-destroyed")
    # Anybody who has the address reads the certificate, in the language of whoever was told.
    stranger.page.goto(certificate)
    stranger.reads(CERTIFIED)
    assert query(house, f"SELECT count(*) FROM registration WHERE number = '{number}'") == [(0,)]
    log = house.log.read_text(errors="replace")
    assert someone.email not in log and address not in log and DESTROY[language] not in log
