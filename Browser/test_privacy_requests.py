"""Nothing personal lies in the clear: markers in requests, own, on paper and of people without an account, and copies of all data."""

import re
import subprocess

import pytest

from conftest import close
from desk import download
from markers import PLACES, Markers, Travelled
from pages import Visit
from planting import marked_officer, marked_person, talkative
from written import MAILED, WRITTEN, gone, unwritten


@pytest.fixture(scope="module")
def house():
    yield from talkative()


@pytest.fixture(scope="module")
def travelled(chromium, house, specimens):
    """Somebody asks for everything that a law lets them ask for, and so does somebody without an account."""
    plant = Markers("77770007733", "0007733")
    officer = marked_officer(chromium, house, plant, "7733", "dpo")
    someone = marked_person(chromium, house, plant, "7733", email="markersuraushy7733@example.kz", telephone="8 777 000 77 33")
    visit = someone.visit
    someone.register(specimens / "back.jpg")
    requests(officer.visit, visit, someone, plant)
    copies(officer.visit, visit, someone, plant)
    stranger = Visit(chromium, house, language="en")
    outside(house, officer.visit, stranger, someone, plant)
    for one in ("account/history", "account/messages", "account/rights"):
        visit.go(one)
    for one in ("office/outbox", "office/queue", "office/requests", "office/checkup"):
        officer.visit.go(one)
    gone(house, *MAILED[__name__])
    yield Travelled(house, plant, visit, stranger, officer.visit)
    close(visit, stranger, officer.visit)


def open_request(office, path):
    office.go(path)
    office.send("/open")
    office.page.wait_for_load_state()


def requests(office, visit, someone, plant):
    """One is answered, and one that came on paper is refused; what was first entered wrongly comes back in the form."""
    visit.go("account/rights/ask/information")
    visit.fill(words=f"Маған {plant('маркерсұрауды')} беріңіз")
    visit.send("ask/information")
    visit.at("account/requests/1")
    open_request(office, f"office/requests/{someone.number}/1")
    assert "маркерсұрауды" in office.text
    office.fill(**{"answer-words": f"Міне {plant('маркерберілген')} мәлімет"})
    office.send("/answer")
    office.at("office/requests")
    office.go("office/requests/enter")
    office.fill(case=plant("MARKERCASE7733"), words=f"Удалите {plant('маркербумагу')}")
    office.page.locator('[name="kind"]').select_option("deletion")
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator('[name="evidence"][value="original"]').check()
    office.send("requests/enter")
    office.page.locator(".error-summary").wait_for()
    office.fill(case=someone.number)
    office.send("requests/enter")
    office.at(f"office/requests/{someone.number}/2")
    open_request(office, f"office/requests/{someone.number}/2")
    office.page.locator("details.folded summary").last.click()
    office.page.locator('[name="ground"]').select_option("kept_by_law")
    office.fill(**{"refusal-words": f"Хранить обязывает {plant('маркеротказ')}"})
    office.send("/refuse")
    office.at("office/requests")
    for number in (1, 2):
        visit.go(f"account/requests/{number}")


def copies(office, visit, someone, plant):
    """All data, as an archive, sealed for the person, and made by staff; no file is named after anybody."""
    key = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout
    recipient = re.search(r"age1\w+", key)[0]
    visit.go("account/rights/copy")
    visit.page.locator("details.folded summary").first.click()
    visit.fill(recipient=plant("age1markernobody7733"))
    visit.send("rights/copy")
    visit.page.locator(".error-summary").wait_for()
    for to in ("", recipient):
        visit.fill(recipient=to)
        name, path = download(visit, "rights/copy")
        assert re.fullmatch(r"saqta-copy-\d{4}-\d\d-\d\d\.zip" + (r"\.age" if to else ""), name), name
    visit.go("account/rights/ask/copy")
    visit.fill(words=f"{plant(recipient)}")
    visit.send("ask/copy")
    visit.at("account/requests/3")
    open_request(office, f"office/requests/{someone.number}/3")
    office.fill(recipient=recipient)
    assert download(office, "3/copy")[0].endswith(".zip.age")


def outside(house, office, stranger, someone, plant):
    """Somebody asks without an account, and a reviewer tells whose registration it is."""
    address = plant("markersyrtqy7733@example.kz")
    stranger.go("rights")
    stranger.page.locator('[name="kind"]').select_option("information")
    stranger.fill(family=plant("Маркерсырттов"), given=plant("Маркерсырт"), address=plant("markernoaddress"),
                  words=f"Please {plant('маркерсырттан')} tell")
    stranger.send("en/rights")
    stranger.page.locator(".error-summary").wait_for()
    asked(house, office, stranger, address)
    assert "маркерсырттан" in office.text
    office.fill(case=someone.number)
    office.page.locator('[name="evidence"][value="original"]').check()
    office.send("/identify")
    office.at("office/requests")
    on_paper(office, plant)
    # Of two others nobody can tell who they are, or nothing is held.
    for outcome in ("not_identified", "nothing_held"):
        stranger.go("rights")
        stranger.page.locator('[name="kind"]').select_option("information")
        stranger.fill(family="Маркерсырттов", given="Маркерсырт", words="маркерсырттан")
        asked(house, office, stranger, plant(f"marker{outcome.replace('_', '')}7733@example.kz"))
        chosen = office.page.locator(f'[name="outcome"][value="{outcome}"]')
        office.page.locator("details.folded", has=chosen).locator("summary").first.click()
        office.send("/close", "outcome", outcome)
        office.at("office/requests")


def on_paper(office, plant):
    """What somebody unknown wrote on paper, which staff enter."""
    office.go("office/requests/enter/stranger")
    office.page.locator('[name="kind"]').select_option("information")
    office.fill(family=plant("Маркерқағазов"), given=plant("Маркерқағаз"), address=plant("markerqagaz7733@example.kz"),
                words=f"Please {plant('маркерқағаздан')} tell")
    office.page.locator('[name="way"][value="paper"]').check()
    office.page.locator('[name="language"][value="en"]').check()
    office.send("enter/stranger")
    office.page.wait_for_url("**/office/outside-requests/*")


def asked(house, office, stranger, address):
    """The form goes off, its code comes, and a reviewer opens the request."""
    stranger.fill(address=address)
    stranger.send("en/rights")
    stranger.at("rights/code")
    stranger.fill(code=house.code(address))
    stranger.send("rights/code")
    stranger.at("rights/received")
    number = re.search(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}", stranger.text)[0]
    office.go("office/requests")
    office.page.locator("tr", has_text=number).locator("a").click()
    office.send("/open")
    office.page.locator('[name="case"]').wait_for()


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__], travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()
