"""Nothing personal lies in the clear anywhere: markers go the whole way, and then every octet is searched."""

import base64
import json
import shutil
import urllib.parse
import urllib.request

import pytest

from markers import PLACES, Markers, Travelled
from office import Officer
from pages import Visit
from person import somebody
from planting import talkative
from programme import Programme
from written import MAILED, WRITTEN, gone, unwritten

FAMILY, GIVEN, PATRONYMIC = "Маркертегі", "Маркераты", "Маркерәке"
TYPED, PROPOSED, WORDS, NOTE = "Маркертег", "Маркертегін", "Маркерсөз жазылды", "Маркерескерту жазылды"
STAFF, STAFF_GIVEN, FILE = "Маркерқызмет", "Маркерқызметаты", "маркер-markerfile-7731.jpg"
OBJECTION, AGENT = "Маркерқарсылық жазылды", "MarkerAgent7731/1.0"
EMAIL, TELEPHONE = "markerposhta7731@example.kz", "8 777 000 77 31"
NEW_EMAIL = "markerzhana7731@example.kz"
PROGRAMME, HANDED = "markerbagdarlama7731@example.kz", "markersilteme7731@example.kz"
SECRET = "markerpassword құпия 7731"


@pytest.fixture(scope="module")
def house():
    yield from talkative()


@pytest.fixture(scope="module")
def travelled(chromium, house, person, specimens, tmp_path_factory):
    """The markers, everywhere that somebody can write something, all the way past the decision."""
    officer = Officer(
        Visit(chromium, house, width=1280, user_agent=AGENT), STAFF, "markerqyzmet7731@example.kz", STAFF_GIVEN)
    officer.enrol(house.enrolment)
    officer.grant_self("reviewer")
    file = tmp_path_factory.mktemp("files") / FILE
    shutil.copy(specimens / "photo.jpg", file)
    visit = Visit(chromium, house, language="kk", user_agent=AGENT)
    someone = somebody(visit, family=TYPED, given=GIVEN, patronymic=PATRONYMIC, email=EMAIL, telephone=TELEPHONE)
    number = someone.register(file)
    visit.go("account/password")
    visit.fill(password=SECRET)
    visit.send("account/password")
    visit.page.locator(".panel.done").wait_for()

    officer.next()
    officer.put_aside(number, NOTE)
    officer.take(number)
    officer.page.get_by_text(NOTE).wait_for()
    officer.visit.send(f"{number}/reveal")
    officer.page.get_by_text(EMAIL).wait_for()
    someone.change_email(NEW_EMAIL)
    officer.ask_again(number)
    officer.propose(number, 1, PROPOSED)

    visit.go("account")
    visit.send("account/correction", "answer", "yes")
    visit.go("register/documents")
    someone.upload(file)
    visit.go("account")
    visit.send("register/send", "answer", "again")
    visit.at("register/sent")
    officer.next()
    officer.refuse(number, WORDS)
    officer.wait_out_undo(number)
    visit.go("account")
    visit.page.get_by_text(WORDS).wait_for()
    visit.fill(objection=OBJECTION)
    visit.send("account/objection")
    visit.page.get_by_text(OBJECTION).wait_for()
    visit.go("account/history")
    visit.go("account/receipt")
    assert GIVEN in visit.page.content(), "the consent names nobody"
    visit.go("account/data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(PROPOSED).wait_for()
    officer.visit.go("office/outbox")
    officer.visit.go("office/staff")
    officer.visit.send("office/staff/names")
    officer.page.get_by_text(STAFF).first.wait_for()
    plant = Markers(
        FAMILY, GIVEN, PATRONYMIC, TYPED, PROPOSED, WORDS, NOTE, OBJECTION, FILE, "markerfile-7731", EMAIL, NEW_EMAIL,
        "77770007731", "0007731", SECRET, AGENT, PROGRAMME, HANDED, "SPECIMEN-MARKER-7731", person["iin"], person["document"],
        person["family"], person["given"], "MYSALOV", "KAYSAR")
    plant.officer(officer)
    by_programme(house, plant)
    gone(house, *MAILED[__name__])
    yield Travelled(house, plant, visit, officer.visit)
    visit.close()
    officer.visit.close()


def by_programme(house, plant):
    """The same name through the API: registered, read, looked up, and refused."""
    shop = Programme(house)
    body = shop.registration(PROGRAMME, "kk", family_name=FAMILY, given_name=GIVEN, patronymic=PATRONYMIC)
    for answer in (shop.register(body, "marker"), shop.register(body, "marker")):
        assert answer.status == 201, answer.octets
    read = shop.ask("GET", f"/api/v1/subjects/{answer.json['id']}?fields=email")
    assert read.json["fields"]["email"] == PROGRAMME
    lookup = "/api/v1/subjects/lookup"
    assert shop.ask("POST", lookup, {"field": "email", "value": PROGRAMME}).json["subjects"]
    assert shop.ask("POST", lookup, {"field": "email", "value": f"{FAMILY} {PROGRAMME}"}).status == 422
    # A link that opens something by itself, looked at and not used up.
    unvouched = shop.registration(HANDED, "kk", family_name=FAMILY, given_name=GIVEN, patronymic=PATRONYMIC)
    unvouched["vouched"] = []
    link = shop.register(unvouched, "marker-handed").json["continue"]
    with urllib.request.urlopen(urllib.request.Request(link, headers={"Referer": link})) as page:
        answer = page.read()
        assert page.status == 200 and HANDED.encode() not in answer and FAMILY.encode() not in answer
    plant.link(link.rsplit("/", 1)[1])
    body["fields"]["given_name"] = f"{GIVEN} 7731"
    refused = shop.register(body, "marker-refused")
    assert refused.status == 422 and GIVEN.encode() not in refused.octets, refused.octets


def test_the_search_finds_what_is_there(travelled):
    found = travelled.markers.found
    for octets in (FAMILY.encode("utf-16-le"), urllib.parse.quote(FAMILY).encode(), TYPED.upper().encode("cp1251"),
                   base64.b64encode(f"... {NOTE} ...".encode()), json.dumps({"note": NOTE}).encode(), EMAIL.encode()):
        assert len(found(b"..." + octets + b"...")) == 1, octets
    assert found(EMAIL[1:].encode()) == []


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__], travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()
