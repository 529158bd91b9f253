"""Nothing personal lies in the clear: markers of who is registered at the counter, held from destruction, and represented."""

import datetime
import re
import shutil

import pytest

from conftest import close
from desk import member
from house import until
from markers import PLACES, Markers, Travelled
from person import sign_in
from planting import marked_officer, marked_person, talkative
from written import MAILED, WRITTEN, gone, unwritten

# What a register of organisations tells anybody is searched for too: who is represented is nobody else's business.
ORGANISATION, BIN = "Маркерұйым", "991240000013"


@pytest.fixture(scope="module")
def house():
    yield from talkative()


@pytest.fixture(scope="module")
def travelled(chromium, house, specimens, tmp_path_factory):
    """One comes with a telephone, and registers an organisation later; another signs on paper."""
    plant = Markers("77770007734", "0007734", ORGANISATION, BIN)
    paper = shutil.copy(specimens / "back.jpg", tmp_path_factory.mktemp("files") / plant("маркер-markerpaper-7734.jpg"))
    officer = marked_officer(chromium, house, plant, "7734", "support", "dpo")
    office = officer.visit
    second = member(chromium, house, officer, "dpo", "Маркерекінші", "markerekinshi7734@example.kz", "Маркеркөмек")
    plant.officer(second)
    guest = marked_person(chromium, house, plant, "7734", patronymic="")
    signer = marked_person(
        chromium, house, plant, "7735", family="Маркерқағаз", given="Маркерқол", patronymic="Маркерәке")
    by_code(house, office, guest)
    by_paper(house, office, signer, paper)
    represent(office, guest, plant, paper)
    held(office, second.visit, guest)
    for path in ("office/outbox", "office/checkup", "office/queue"):
        office.go(path)
    visits = [guest.visit, signer.visit, office, second.visit]
    gone(house, *MAILED[__name__])
    yield Travelled(house, plant, *visits)
    close(*visits)


def begin_entry(office, someone, channel, address=""):
    """The form of the counter, first with a number that is none."""
    office.go("office/counter")
    office.page.locator(f'[name="channel"][value="{channel}"]').check()
    office.fill(family=f"{someone.family} 7", given=someone.given, address=address)
    office.send("office/counter")
    office.page.locator(".error-summary").wait_for()
    office.fill(family=someone.family)
    office.send("office/counter")
    office.page.locator('[name="declaration"]').wait_for()
    for name in ("declaration", "consent"):
        office.page.locator(f'[name="{name}"]').check()


def see_original(office):
    office.page.locator('[name="kind"]').select_option("identity_document")
    office.fill(digits="45AB")
    office.send("/original")
    office.page.locator("#counter-received").wait_for()


def send_entry(office, someone):
    someone.number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", office.page.locator("h1").inner_text()).group()

    def is_sent():
        office.send("/send")
        office.page.locator("section.panel.done, .error-summary").first.wait_for()
        return office.page.locator("section.panel.done").count() == 1

    until(is_sent, seconds=60, what="the picture, read")


def by_code(house, office, someone):
    before = house.codes_sent(someone.email)
    begin_entry(office, someone, "email", someone.email)
    office.fill(code=house.code(someone.email, after=before))
    office.send("/agree")
    office.page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    see_original(office)
    send_entry(office, someone)


def by_paper(house, office, someone, paper):
    begin_entry(office, someone, "paper")
    office.send("/agree")
    office.page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    office.page.locator("input[type=file]").set_input_files(paper)
    office.send("/files/consent_paper")
    office.page.locator("#counter-received").wait_for()
    see_original(office)
    before = house.codes_sent(someone.email)
    office.page.locator('[name="channel"][value="email"]').check()
    office.fill(address=someone.email)
    office.page.locator('form[action$="/contact"]:has([name=address]) button[type=submit]').click()
    office.page.locator('[name="code"]').wait_for()
    office.fill(code=house.code(someone.email, after=before))
    office.page.locator('form[action$="/contact"]:has([name=code]) button[type=submit]').click()
    office.page.locator('[name="address"]').wait_for(state="detached")
    send_entry(office, someone)
    sign_in(someone.visit, someone)
    someone.visit.go("account/documents")


def represent(office, someone, plant, scan):
    """Who came to the counter registers an organisation, at first with something wrong, and ends it in the end."""
    visit = someone.visit
    sign_in(visit, someone)
    visit.go("register/for/organisation")
    visit.fill(organisation=f"ТОО «{ORGANISATION}»", bin=BIN, until="2020-01-01")
    visit.send("register/for/organisation")
    visit.page.locator(".error-summary").wait_for()
    visit.fill(until="2099-12-31")
    visit.send("register/for/organisation")
    for name in ("declaration", "consent"):
        visit.page.locator(f'[name="{name}"]').check()
    visit.send("organisation/consent", "answer", "yes")
    visit.at("register/contacts")
    someone.email, someone.telephone = plant("markeruiym7734@example.kz"), "8 777 000 77 34"
    someone.confirm(someone.give_contacts())
    for kind in ("power_of_attorney", "organisation_document"):
        someone.upload(scan, kind)
    own, number = someone.number, someone.send()
    office.go(f"office/cases/{number}")
    office.send(f"{number}/take")
    office.page.get_by_text(BIN).first.wait_for()
    for path in ("account/history", "account/representation"):
        visit.go(path)
    visit.send("account/representation")
    visit.at("account/representing")
    someone.number = own


def held(office, second, someone):
    office.go("office/holds")
    office.page.locator('[name="ground"][value="dispute"]').check()
    office.fill(case=someone.number, reference="2-118/26",
                until=(datetime.date.today() + datetime.timedelta(days=90)).isoformat())
    office.send("holds/put")
    office.page.locator("tr", has_text=someone.number).wait_for()
    someone.visit.go("account")
    second.go("office/holds")
    second.page.locator("tr", has_text=someone.number).locator("button").click()
    second.page.locator("tr", has_text=someone.number).wait_for(state="detached")


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__], travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()
