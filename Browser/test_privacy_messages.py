"""Nothing personal lies in the clear: markers in messages, files, letters, notes and questions of people without an account."""

import shutil
from email.message import EmailMessage

import pytest

from answered import answer_link, ask_code
from conftest import close
from desk import drop, to_thread
from house import until
from markers import PLACES, Markers, Travelled
from pages import Visit
from planting import marked_officer, marked_person, plainly, talkative
from written import MAILED, WRITTEN, gone, unwritten

ADDRESS, TELEPHONE = "markerhat7732@example.kz", "8 777 000 77 32"


@pytest.fixture(scope="module")
def house():
    yield from talkative()


@pytest.fixture(scope="module")
def travelled(chromium, house, specimens, tmp_path_factory):
    """Somebody writes and asks in every way there is, and so does somebody without an account."""
    plant = Markers("77770007732", "0007732")
    folder = tmp_path_factory.mktemp("files")
    officer = marked_officer(chromium, house, plant, "7732", "support")
    someone = marked_person(chromium, house, plant, "7732", email=ADDRESS, telephone=TELEPHONE)
    visit = someone.visit
    someone.register(specimens / "back.jpg")
    file = shutil.copy(specimens / "back.jpg", folder / plant("маркер-markerpicture-7732.jpg"))
    answer = shutil.copy(specimens / "card.pdf", folder / plant("маркер-markeranswer-7732.pdf"))
    messages(officer.visit, visit, someone, plant, specimens, file, answer)
    letters(house, officer.visit, visit, plant, specimens)
    calls(house, officer.visit, plant)
    stranger = Visit(chromium, house, language="en")
    question(house, officer.visit, stranger, plant)
    for one in ("account/history", "account/messages", "account/data"):
        visit.go(one)
    for one in ("office/outbox", "office/threads", "office/jobs", "office/checkup"):
        officer.visit.go(one)
    gone(house, *MAILED[__name__])
    yield Travelled(house, plant, visit, stranger, officer.visit)
    close(visit, stranger, officer.visit)


def open_thread(office, number):
    office.go("office/threads")
    office.page.locator("tr", has_text=number).last.locator("a").first.click()
    to_thread(office)
    office.send("/open")
    office.page.locator('[name="reply-words"]').wait_for()


def reply(office, words):
    office.fill(**{"reply-words": words})
    office.page.locator('form[action$="/answer"] button:not([formaction])').click()
    office.at("office/threads")


def messages(office, visit, someone, plant, specimens, file, answer):
    """A question with a picture, what comes back, and a call that was found for it and put down by hand."""
    visit.go("account/threads")
    visit.fill(words=f"Бұл {plant('маркерсұрақтың')} сөзі {plant('0417-markerword')}")
    visit.send("account/threads")
    visit.at("account/threads/1")
    visit.page.locator('#thread-files input[name="file"]').set_input_files(file)
    visit.page.locator('.received a[href*="/account/pages/"]').first.wait_for(timeout=60_000)
    plainly(visit, "account/threads/1/files", specimens, plant("маркер-markerplain-7732"))
    open_thread(office, someone.number)
    office.page.locator(".sheet img").first.wait_for()
    assert "маркерсұрақтың" in office.text
    office.page.locator('[name="file"]').set_input_files(answer)
    office.send("/files")
    office.page.locator(".panel.done, .panel.success").first.wait_for()
    open_thread(office, someone.number)
    reply(office, f"Мынау {plant('маркержауаптың')} сөзі")

    def has_come():
        visit.go("account/threads/1")
        return visit.page.locator('a[href*="/account/files/"]').count()

    until(has_come, seconds=60, what="the operator's file")
    with visit.page.expect_download() as taken:
        visit.page.locator('a[href*="/account/files/"]').click()
    assert "marker" not in taken.value.suggested_filename
    for sought in (plant("markernobody7732@example.kz"), f"{someone.number} {plant('маркерізделген')}", TELEPHONE, ADDRESS):
        office.go("office/find")
        office.page.locator('[name="purpose"][value="service"]').check()
        office.page.locator('[name="reason"][value="calls"]').check()
        office.fill(sought=sought)
        office.send("office/find")
        office.page.locator(".panel, .error-summary").first.wait_for()
    office.page.locator('a[href*="/office/threads/note?case="]').click()
    office.fill(words=f"Қоңырауда {plant('маркерескертпені')} айтты", case=plant("MARKERNOTE7732"))
    office.page.locator('[name="way"][value="whatsapp"]').check()
    office.send("threads/note")
    office.page.locator(".error-summary").wait_for()
    office.fill(case=someone.number)
    office.send("threads/note")
    to_thread(office)


def letters(house, office, visit, plant, specimens):
    """One from an address that is confirmed, with what cannot be kept, one from nobody's, and one that is no letter."""
    def letter(address):
        name = plant(f"Маркерлетшы{len(address)}")
        message = EmailMessage()
        message["From"] = f"{name} <{address}>"
        message["Message-ID"] = f"<{plant(f'marker-id-{len(address)}-7732')}@example.kz>"
        message["Subject"] = plant(f"Маркертақырып{len(address)}")
        message.set_content(f"{plant(f'Маркерлет{len(address)}')} жазылды", charset="utf-8", cte="base64")
        for form, kind, content in (("jpg", "image/jpeg", (specimens / "back.jpg").read_bytes()),
                                    ("zip", "application/zip", b"PK\x03\x04 markerarchive7732")):
            message.add_attachment(content, *kind.split("/"), filename=plant(f"markercard-{len(address)}-7732.{form}"))
        return message.as_bytes()

    plant("markerarchive7732")
    for content in (letter(ADDRESS), letter(ADDRESS + ".kz"), f"{plant('Маркербос7732')} hello".encode()):
        office.go("office/threads/letter")
        drop(office, content)
        office.page.locator(".panel, .error-summary").first.wait_for()
    plant(ADDRESS + ".kz")

    def is_read():
        visit.go("account/threads/1")
        return visit.page.locator('.received a[href*="/account/pages/"]').count() > 1

    until(is_read, seconds=60, what="the picture in the letter, read")
    open_thread(office, "M-")
    reply(office, f"Мынау {plant('маркерхатқажауап')}")
    link(house, plant, ADDRESS + ".kz")


def calls(house, office, plant):
    """Of people without an account: by telephone, of one who left no address, and of one who is answered."""
    office.go("office/threads/note")
    office.fill(words=f"Аты {plant('Маркерқоңырау')}, {plant('markernoaddress7732')}", address=plant("маркермекенжай7732"))
    office.send("threads/note")
    office.page.locator(".error-summary").wait_for()
    office.fill(address="")
    office.send("threads/note")
    to_thread(office)
    office.send("/open")
    office.page.get_by_text("Маркерқоңырау").wait_for()
    office.send("/close")
    office.at("office/threads")
    for way, address in (("visit", "markercall7732@example.kz"), ("telegram", "+7 777 100 77 32")):
        office.go("office/threads/note")
        office.page.locator(f'[name="way"][value="{way}"]').check()
        office.fill(words=f"Сұрағы: {plant(f'маркерсөзі{way}')}", address=plant(address))
        office.send("threads/note")
        to_thread(office)
    plant("77771007732")
    open_thread(office, "N-")
    reply(office, f"Мынау {plant('маркерқоңырауғажауап')}")
    open_thread(office, "N-")
    reply(office, "Тағы жауап")
    link(house, plant, "markercall7732@example.kz")


def link(house, plant, address):
    """Where the answer to somebody without an account is read."""
    path = answer_link(house, address)
    plant.link(path.rsplit("/", 1)[1], mailed=True)
    return path


def question(house, office, stranger, plant):
    """Somebody without an account asks, and reads the answer behind a one-time link."""
    address = plant("markersuraq7732@example.kz")
    stranger.go("contacts/ask")
    stranger.fill(words=f"Где {plant('маркервопрос')}?", address=address)
    stranger.page.locator('[name="agreed"]').check()
    stranger.send("contacts/ask")
    stranger.page.locator('[name="code"]').wait_for()
    code = house.code(address)
    stranger.fill(code="000000" if code != "000000" else "111111")
    stranger.send("ask/code")
    stranger.page.locator(".error-summary").wait_for()
    stranger.fill(code=code)
    stranger.send("ask/code")
    stranger.page.locator(".confirmation").wait_for()
    open_thread(office, "Q-")
    assert "маркервопрос" in office.text
    reply(office, f"Вот {plant('маркерответ')}")
    path = link(house, plant, address)
    stranger.go(path)
    ask_code(stranger, path, address)
    stranger.send(f"{path}/code")
    stranger.page.get_by_text("маркерответ").wait_for()


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__], travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()
