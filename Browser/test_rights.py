"""What people ask about their own data, how staff answer in time, and what a block stops."""

import io
import json
import re
import subprocess
import zipfile

import pytest

from desk import download, member
from office import Officer
from pages import LANGUAGES, check, see
from person import somebody
from routes import OUTSIDE, RIGHTS, unseen
from stores import query


# What is told of a registration whose owner has stopped the processing.
STOPPED = {"ru": "обработка остановлена", "kk": "өңдеу тоқтатылған", "en": "processing blocked"}


@pytest.fixture(scope="module")
def responsible(chromium, house, administrator):
    """The person responsible for the processing."""
    officer = member(chromium, house, administrator, "dpo", "Жауаптыев", "jauapty@example.kz")
    yield officer
    officer.visit.close()
    assert not officer.visit.complaints, officer.visit.complaints


def act(visit, house, someone, aim):
    """Does something at once; the code is asked when who one is was not shown lately."""
    before = house.codes_sent(someone.email)
    visit.go("account/rights")
    visit.page.locator(f'button[name="aim"][value="{aim}"]').click()
    visit.page.wait_for_load_state()
    if visit.page.locator('[name="code"]').count():
        check(visit, "account-rights-code")
        visit.fill(code=house.code(someone.email, after=before))
        visit.send("rights/act/code")
    visit.at("account/rights")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_is_answered_before_its_deadline(house, administrator, responsible, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("account/rights")
    check(visit, "account-rights")
    visit.go("account/rights/ask/correction")
    visit.send("ask/correction")
    visit.page.locator(".error-summary").wait_for()
    check(visit, "account-rights-ask-wrong")
    visit.go("account/rights/ask/information")
    check(visit, "account-rights-ask")
    visit.fill(words="Менің деректерім туралы мәлімет беріңіз")
    visit.send("ask/information")
    visit.at("account/requests/1")
    check(visit, "account-request")
    assert f"{number}/1" in visit.text and visit.page.locator(".deadline").count() == 1

    office = responsible.visit
    office.go("office/requests", language)
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
    office.page.locator(".error-summary").wait_for()
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
    assert f"{number}/1" not in office.text

    visit.go("account/requests/1")
    assert "Аты-жөніңіз бен поштаңыз" in visit.text
    check(visit, "account-request-answered")
    visit.go("account/history")
    check(visit, "account-history-request")
    visit.go("account/rights/copy")
    check(visit, "account-copy")
    assert unseen(RIGHTS, [visit]) == []


def test_what_came_on_paper_is_entered_with_its_day_and_refused_on_a_ground(
        house, administrator, responsible, visits, specimens):
    visit = visits()
    number = somebody(visit).register(specimens / "back.jpg")
    office = responsible.visit
    for language in LANGUAGES:
        office.go("office/requests/enter", language)
        office.fill(case="AAAA-0000", words="Удалите")
        office.page.locator('[name="kind"]').select_option("deletion")
        office.page.locator('[name="way"][value="paper"]').check()
        office.send("requests/enter")
        office.page.locator(".error-summary").wait_for()
        assert office.page.locator('[name="words"]').input_value() == "Удалите"
        check(office, "office-request-enter-wrong", language)
    office.fill(case=number.lower())
    office.send("requests/enter")
    office.at(f"office/requests/{number}/1")
    office.send("/open")
    office.page.locator("details.folded summary").last.click()
    office.page.locator('[name="ground"]').select_option("kept_by_law")
    office.fill(**{"refusal-words": "Хранить обязывает Налоговый кодекс"})
    office.send("/refuse")
    office.at("office/requests")
    see(visit, "account/requests/1", "account-request-refused")
    assert "Налоговый кодекс" in visit.text and "Digital Code 41(3)" in visit.text


def test_what_somebody_unknown_sent_on_paper_waits_for_a_reviewer(house, administrator, responsible):
    office, letter = responsible.visit, "Какие данные обо мне у вас есть? Алматы, ул. Пробная, 1"
    for language in LANGUAGES:
        office.go("office/requests/enter", language)
        office.page.locator('a[href$="/enter/stranger"]').click()
        office.page.locator('[name="family"]').wait_for()
        office.fill(given="Белгі", address="не адрес", words=letter, day="2099-01-01")
        office.page.locator('[name="kind"]').select_option("information")
        office.send("enter/stranger")
        office.page.locator(".error-summary").wait_for()
        assert office.page.locator('[name="words"]').input_value() == letter
        assert office.page.locator(".field.wrong, fieldset.wrong").count() >= 3
        check(office, "office-enter-outside-wrong", language)
    today = office.page.evaluate("() => new Date(Date.now() + 5 * 3600e3).toISOString().slice(0, 10)")
    office.fill(family="Бейтанысов", address="", day=today)
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator('[name="language"][value="ru"]').check()
    office.send("enter/stranger")
    office.page.wait_for_url("**/office/outside-requests/*")
    # Whoever entered it sees it masked from now on, too.
    assert "Бейтанысов" not in office.text
    reviewer = administrator.visit
    reviewer.go(office.path, "ru")
    reviewer.send("/open")
    reviewer.page.locator('[name="case"]').wait_for()
    assert "Бейтанысов" in reviewer.text and letter in reviewer.text
    assert reviewer.page.locator('[name="evidence"]').evaluate_all("all => all.map(one => one.value)") == [
        "original", "certified"]
    reviewer.page.locator("details.folded summary").last.click()
    assert "ответьте тем же способом" in reviewer.text
    check(reviewer, "office-outside-paper", "ru")
    reviewer.page.locator('button[value="nothing_held"]').click()
    reviewer.at("office/requests")


def test_a_block_stops_the_work_and_is_lifted_by_the_person(house, administrator, visits, specimens):
    visit = visits()
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    act(visit, house, someone, "block")
    see(visit, "account/rights", "account-rights-blocked")
    see(visit, "account", "account-blocked")
    for language, stopped in STOPPED.items():
        administrator.visit.go("office/queue", language)
        assert stopped in administrator.page.locator("tr", has_text=number).inner_text()
        check(administrator.visit, "office-queue-blocked", language)
        administrator.visit.go(f"office/cases/{number}", language)
        assert stopped in administrator.visit.text and administrator.page.locator('form[action$="/take"]').count() == 0
        check(administrator.visit, "office-case-blocked", language)
    act(visit, house, someone, "unblock")
    administrator.take(number)
    assert someone.family in administrator.visit.text
    assert query(house, "SELECT count(*) FROM subject_block") == [(0,)]


def test_a_copy_of_everything_is_taken_and_sent_sealed(house, administrator, responsible, visits, specimens, tmp_path):
    visit = visits()
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
    for language in reversed(LANGUAGES):
        visit.go("account/rights/copy", language)
        visit.page.locator("details.folded summary").first.click()
        visit.fill(recipient="age1nobody")
        visit.send("rights/copy")
        visit.page.locator(".error-summary").wait_for()
        assert visit.page.locator('[name="recipient"]').input_value() == "age1nobody"
        check(visit, "account-copy-wrong", language)
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
    for language in reversed(LANGUAGES):
        office.go(f"office/requests/{number}/1", language)
        office.send("/open")
        office.page.locator('[name="recipient"]').wait_for()
        office.send("1/copy")
        office.page.locator(".error-summary").wait_for()
        check(office, "office-request-copy", language)
    office.fill(recipient=recipient)
    name, path = download(office, "1/copy")
    assert name.endswith(".zip.age")
    opened = subprocess.run(["age", "--decrypt", "-i", tmp_path / "key", path], capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        assert archive.testzip() is None and someone.family in archive.read("data.json").decode()
    see(visit, "account/history", "account-history-copy")
    assert "копи" in visit.text
    log = house.log.read_text(errors="replace")
    assert someone.family not in log and someone.email not in log and recipient not in log


def test_who_has_no_account_asks_is_identified_and_all_data_are_destroyed(
        house, administrator, responsible, visits, specimens):
    someone = somebody(visits())
    number = someone.register(specimens / "back.jpg")
    stranger = visits(language="kk")
    stranger.go("sign-in")
    stranger.page.locator('a[href$="/kk/rights"]').click()
    stranger.at("rights")
    for language in ("ru", "en", "kk"):
        stranger.go("rights", language)
        stranger.fill(family="", given="Белгі", address="no address", words="Барлығын жойыңыз")
        stranger.send(f"{language}/rights")
        stranger.page.locator(".error-summary").wait_for()
        assert stranger.page.locator('[name="words"]').input_value() == "Барлығын жойыңыз"
        check(stranger, "outside-wrong", language)
    # From an address that nobody has registered.
    address = f"syrtqy-{number.lower()}@example.kz"
    stranger.page.locator('[name="kind"]').select_option("deletion")
    stranger.fill(family=someone.family, given="Белгі", address=address)
    stranger.send("kk/rights")
    stranger.at("rights/code")
    see(stranger, "rights/code", "outside-code")
    # Until the code has come nobody sees anything of it.
    office = responsible.visit
    office.go("office/requests", "ru")
    assert "личность не установлена" not in office.text
    stranger.fill(code=house.code(address))
    stranger.send("rights/code")
    stranger.at("rights/received")
    see(stranger, "rights/received", "outside-received")
    outside = re.search(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}", stranger.text)[0]

    # Who answers sees that it waits; whose it is, a reviewer tells.
    office.go("office/requests", "ru")
    row = office.page.locator("tr", has_text=outside)
    assert "личность не установлена" in row.inner_text() and someone.family not in office.text
    see(office, "office/requests", "office-requests-outside")
    row.locator("a").click()
    office.page.wait_for_url("**/office/outside-requests/*")
    assert office.page.locator('form[action$="/open"]').count() == 0
    see(office, office.path, "office-outside")
    reviewer = administrator.visit
    for language in reversed(LANGUAGES):
        reviewer.go(office.path, language)
        assert address not in reviewer.text
        reviewer.send("/open")
        reviewer.page.locator('[name="case"]').wait_for()
        assert address in reviewer.text and "Барлығын жойыңыз" in reviewer.text
        reviewer.send("/identify")
        reviewer.page.locator(".error-summary").wait_for()
        check(reviewer, "office-outside-open", language)
    reviewer.fill(case=number.lower())
    reviewer.page.locator('[name="evidence"][value="contact"]').check()
    reviewer.send("/identify")
    reviewer.page.locator(".error-summary").wait_for()
    reviewer.page.locator('[name="evidence"][value="original"]').check()
    reviewer.send("/identify")
    reviewer.at("office/requests")
    assert outside not in reviewer.text
    assert query(house, "SELECT count(*) FROM outside_request WHERE number = ?", outside) == [(0,)]
    assert unseen(OUTSIDE, [stranger, office]) == []

    # From now on it is the person's; one prepares the destruction, another carries it out.
    office.go(f"office/requests/{number}/1", "ru")
    office.send("/open")
    office.send("/prepare-destruction")
    office.at(f"office/requests/{number}/1")
    for language in LANGUAGES:
        office.go(f"office/requests/{number}/1", language)
        office.send("/open")
        office.page.locator("section.card").first.wait_for()
        assert office.page.locator('form[action$="/destroy"]').count() == 0
        check(office, "office-request-destruction", language)
    other = Officer(visits(width=1280), "Екіншиев", "ekinshi@example.kz")
    other.enrol(administrator.invite("dpo"))
    other.visit.go(f"office/requests/{number}/1", "ru")
    other.visit.send("/open")
    other.visit.send("/destroy")
    other.visit.at("office/requests")
    certificate = other.visit.page.locator('a[href*="/erasures/"]').get_attribute("href")
    assert certificate.rsplit("/", 1)[1] in house.messages(someone.email)[-1]
    see(other.visit, other.visit.page.url.split("/ru/")[1], "office-requests-destroyed")
    assert query(house, f"SELECT count(*) FROM registration WHERE number = '{number}'") == [(0,)]
    log = house.log.read_text(errors="replace")
    assert someone.email not in log and address not in log and "жойыңыз" not in log
