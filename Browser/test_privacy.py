"""Nothing personal lies in the clear anywhere: markers go the whole way, and then every octet is searched."""

import base64
import email
import email.policy
import re
import shutil
import urllib.parse
import urllib.request

import pytest

from office import Officer
from pages import Visit
from person import somebody
from programme import Programme

FAMILY, GIVEN, PATRONYMIC = "Маркертегі", "Маркераты", "Маркерәке"
TYPED, PROPOSED, WORDS, NOTE = "Маркертег", "Маркертегін", "Маркерсөз жазылды", "Маркерескерту жазылды"
STAFF, STAFF_GIVEN, FILE = "Маркерқызмет", "Маркерқызметаты", "маркер-markerfile-7731.jpg"
OBJECTION, AGENT = "Маркерқарсылық жазылды", "MarkerAgent7731/1.0"
EMAIL, TELEPHONE = "markerposhta7731@example.kz", "8 777 000 77 31"
ADDRESSES = [EMAIL, "77770007731"]
PROGRAMME, HANDED = "markerbagdarlama7731@example.kz", "markersilteme7731@example.kz"
SECRET = "markerpassword құпия 7731"
# Tokens that were given out.
LINKS = []


@pytest.fixture(scope="module")
def travelled(chromium, house, specimens, tmp_path_factory):
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
    by_programme(house)
    yield visit.addresses + officer.visit.addresses, officer
    visit.close()
    officer.visit.close()


def by_programme(house):
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
        assert page.status == 200 and not found(page.read(), [HANDED.encode(), FAMILY.encode()])
    LINKS.append(link.rsplit("/", 1)[1])
    body["fields"]["given_name"] = f"{GIVEN} 7731"
    refused = shop.register(body, "marker-refused")
    assert refused.status == 422 and not found(refused.octets, [GIVEN.encode()]), refused.octets


@pytest.fixture(scope="module")
def markers(person, specimens, travelled):
    """What must be found nowhere, in any writing and in the encodings that a store may use."""
    _, officer = travelled
    secret = re.sub(r"[^A-Z2-7]", "", officer.secret.upper())
    texts = [FAMILY, GIVEN, PATRONYMIC, TYPED, PROPOSED, WORDS, NOTE, OBJECTION, STAFF, STAFF_GIVEN, FILE,
             "markerfile-7731", EMAIL, officer.email, *ADDRESSES, "0007731", SECRET, officer.password, AGENT, PROGRAMME,
             HANDED, *LINKS, "SPECIMEN-MARKER-7731", person["iin"], person["document"], person["family"], person["given"], "MYSALOV",
             "KAYSAR", secret, *officer.recovery, *(code.replace("-", "") for code in officer.recovery)]
    written = {form for text in texts for form in (text, text.lower(), text.upper())}
    return {text.encode(encoding) for text in written for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
            if _has(text, encoding)} | {urllib.parse.quote(text).encode() for text in written} | {
                base64.b32decode(secret + "=" * (-len(secret) % 8)), *map(bytes.fromhex, LINKS)}


def _has(text, encoding):
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def found(octets, markers):
    return [marker for marker in markers if marker in octets]


def test_the_search_finds_what_is_there(house, travelled, markers):
    assert found(b"..." + FAMILY.encode("utf-16-le") + b"...", markers)
    assert found(("/ru?name=" + urllib.parse.quote(FAMILY)).encode(), markers)


def test_no_marker_is_in_the_log(house, travelled, markers):
    assert found(house.log.read_bytes(), markers) == []


def test_no_marker_is_in_an_address_of_a_page(house, travelled, markers):
    addresses, _ = travelled
    assert len(addresses) > 50
    for address in addresses:
        assert found(address.encode() + urllib.parse.unquote(address).encode(), markers) == [], address


def test_no_marker_is_among_the_figures(house, travelled, markers):
    with urllib.request.urlopen(f"{house.site}/metrics") as answer:
        figures = answer.read()
    assert b"saqta_cases" in figures and found(figures, markers) == []


def test_a_message_names_its_address_and_nothing_else(house, travelled, markers):
    messages = [one for one in (house.data / "outbox").iterdir() if one.suffix in (".eml", ".txt")]
    assert len(messages) >= 3
    for file in messages:
        lines = file.read_bytes().split(b"\n")
        rest = b"\n".join(line for line in lines if not line.startswith(b"To:"))
        assert found(rest + file.name.encode(), markers) == []
        if file.suffix == ".eml":
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            text = mail["Subject"] + mail.get_body(("plain",)).get_content()
            assert found(text.encode(), markers) == []


@pytest.mark.parametrize("place", ["data", "keys", "temporary"])
def test_no_marker_lies_in_the_clear(house, travelled, markers, place):
    folder = getattr(house, place)
    searched = 0
    for file in folder.rglob("*"):
        name = str(file.relative_to(folder)).encode()
        assert found(name, markers) == [], name
        # The outbox is looked at line by line above.
        if file.is_file() and "outbox" not in file.parts:
            octets = file.read_bytes()
            assert found(octets, markers) == [], file
            searched += len(octets)
    if place == "data":
        assert searched > 500_000 and (folder / "saqta.sqlite-wal").exists()
