"""Nothing personal lies in the clear: markers in corrections, refused withdrawals, what threads are answered with, a new edition."""

import datetime
import shutil

import pytest

from conftest import close
from desk import to_thread
from house import House, until
from markers import PLACES, Markers, Travelled
from office import Officer, signed_in
from pages import LANGUAGES, Visit
from person import somebody
from planting import marked_officer, marked_person, plainly
from proven import take
from stores import travel
from test_consents import decide, links
from test_publication import ADDRESS, filled_in, publish
from written import API, BARE, MAILED, OPEN, UNMAILED, WRITTEN, forms, gone, messages as known, unwritten


@pytest.fixture(scope="module")
def house():
    """A server for real people, where two publish an edition; it tells each request in its log."""
    house = filled_in(House(ACCESS_LOG="true", REGION="KZ", ADDRESS=ADDRESS)).start()
    yield house
    house.remove()


@pytest.fixture(scope="module")
def went(chromium, house, specimens, tmp_path_factory):
    """Somebody registers and uses every right that others answer; `said`: words that are for everybody to read."""
    plant, said = Markers("77770007737", "0007737"), Markers()
    folder = tmp_path_factory.mktemp("files")
    officer = marked_officer(chromium, house, plant, "7737", "support", "dpo")
    second = Officer(Visit(chromium, house, width=1280), "Маркерекінші", "markerekinshi7737@example.kz", "Маркеркөмек")
    second.enrol(officer.invite("administrator", "support"))
    someone = marked_person(chromium, house, plant, "7737", telephone="8 777 000 77 37")
    register(someone, specimens, plant)
    consents(officer, someone, plant)
    proof = shutil.copy(specimens / "back.jpg", folder / plant("маркер-markerproof-7737.jpg"))
    correction(officer.visit, someone, plant, proof, specimens)
    messages(officer.visit, second.visit, someone, plant, said)
    edition(officer, second, someone.visit, said)
    checked(someone.visit, folder / plant("маркер-markerreceipt-7737.json"))
    entrances(officer, second)
    plant.officer(second)
    another = twice(chromium, house, someone)
    gone(house, *MAILED[__name__])
    for path in ("account", "account/history", "account/messages", "account/data", "account/requests/1"):
        someone.visit.go(path)
    for path in ("office/outbox", "office/checkup", "office/queue", "office/jobs"):
        officer.visit.go(path)
    visits = [someone.visit, officer.visit, second.visit, another]
    yield plant, said, visits
    close(*visits)


@pytest.fixture(scope="module")
def travelled(house, went):
    plant, _, visits = went
    return Travelled(house, plant, *visits)


@pytest.fixture(scope="module")
def opened(house, went):
    _, said, visits = went
    return Travelled(house, said, *visits)


def register(someone, specimens, plant):
    """The name is corrected before it is sent; the file goes as without scripts."""
    visit = someone.visit
    someone.names()
    someone.agree()
    visit.go("register/change-name")
    someone.family = plant("Маркертүзелген")
    visit.fill(family=f"{someone.family} 7")
    visit.send("register/change-name")
    visit.page.locator(".error-summary").wait_for()
    visit.fill(family=someone.family)
    visit.send("register/change-name")
    visit.page.locator('[name="consent"]').check()
    visit.send("change-name/consent", "answer", "yes")
    visit.page.wait_for_load_state()
    visit.go("register/contacts")
    someone.confirm(someone.give_contacts())
    plainly(visit, "register/documents/identity_document", specimens, plant("маркер-markerplain-7737"))
    until(lambda: someone.being_read() == 0, seconds=60, what="the reading of the document")
    someone.send()


def consents(officer, someone, plant):
    """Data are handed over; the withdrawal of the consent is refused for something that is still owed."""
    office, visit = officer.visit, someone.visit
    decide(visit, "courier", "give")
    office.go("office/disclosures")
    office.fill(case=someone.number)
    office.page.locator('[name="recipient"][value="courier"]').check()
    office.send("disclosures/prepare")
    office.page.locator('[name="fields"][value="5"]').check()
    office.send("disclosures/record")
    office.at("office/disclosures")
    decide(visit, "courier", "withdraw")
    withdrawal = links(officer, "withdrawals")[-1]
    office.go(withdrawal)
    office.page.locator('[name="ground"][value="kept_by_law"]').check()
    office.fill(until="2031-12-31")
    office.fill(explanation=f"Борыш: {plant('маркерборыш')}")
    office.send(withdrawal, "answer", "refuse")
    office.at("office/disclosures")
    visit.go("account/recipients")
    assert "маркерборыш" in visit.text


def correction(office, someone, plant, proof, specimens):
    """A name is asked for with what proves it, proposed by staff, and accepted."""
    visit = someone.visit
    visit.go("account/rights/ask/correction")
    visit.fill(words=f"Тегім {plant('маркерқате')} жазылған")
    visit.send("ask/correction")
    visit.at("account/requests/1")
    visit.page.locator('#request-files input[name="file"]').set_input_files(proof)
    visit.page.locator('.received a[href*="/account/pages/"]').first.wait_for(timeout=60_000)
    plainly(visit, "account/requests/1/files", specimens, plant("маркер-markerplainproof-7737"))
    office.go(f"office/requests/{someone.number}/1")
    office.send("/open")
    office.page.locator(".sheet img").first.wait_for()
    assert "маркерқате" in office.text
    family = plant("Маркерұсынылған")
    office.fill(family=family)
    office.send("/propose")
    office.page.locator(".panel.done, .panel.success").first.wait_for()
    visit.go("account/requests/1")
    assert family in visit.text
    visit.send("/correction", "answer", "yes")
    visit.page.locator(".panel.done, .panel.success").first.wait_for()
    office.go(f"office/requests/{someone.number}/1")
    office.send("/open")
    office.fill(**{"answer-words": plant("маркержауап")})
    office.page.locator('button[formaction$="/draft"]').click()
    office.page.wait_for_function("() => document.querySelector('[name=\"answer-words\"]').value.length > 40")
    office.send("/answer")
    office.at("office/requests")
    visit.go("account/requests/1")
    assert "маркержауап" in visit.text


def messages(office, second, someone, plant, said):
    """A thread is given to a colleague, who answers from a template."""
    visit = someone.visit
    office.go("office/threads/templates")
    office.fill(name=said("Маркерүлгі"), **{f"words-{language}": said(f"маркерүлгісөз-{language}") for language in LANGUAGES})
    office.send("threads/templates")
    office.page.locator('a[href*="templates?id="]').wait_for()
    visit.go("account/threads")
    visit.fill(words=plant("маркерсауал"))
    visit.send("account/threads")
    visit.at("account/threads/1")
    visit.fill(words=plant("маркерқосымша"))
    visit.send("account/threads/1")
    visit.page.get_by_text("маркерқосымша").wait_for()
    office.go("office/threads")
    office.page.locator("tr", has_text=someone.number).locator("a").click()
    to_thread(office)
    office.page.locator('[name="colleague"]').select_option(index=1)
    office.send("/give")
    office.at("office/threads")
    second.go("office/threads?part=mine")
    second.page.locator(f'a:has-text("{someone.number}/1")').click()
    to_thread(second)
    second.send("/open")
    second.page.locator('[name="template"]').select_option(index=1)
    second.fill(**{"reply-words": plant("маркербастама")})
    second.page.locator('button[formaction$="/fill"]').click()
    second.page.wait_for_function("() => document.querySelector('[name=\"reply-words\"]').value.includes('маркерүлгісөз')")
    second.page.locator('form[action$="/answer"] button:not([formaction])').click()
    second.at("office/threads")
    visit.go("account/threads/1")
    assert "маркербастама" in visit.text and "маркерүлгісөз-kk" in visit.text


def edition(officer, second, visit, said):
    """An edition is written and published; the person is told and agrees afresh; a clause is declared void."""
    office = officer.visit
    visit.go("account/policy")
    visit.page.locator('[name="mail"]').check()
    visit.send("policy/mail")
    visit.page.locator(".panel.done").first.wait_for()
    office.go("office/policy/draft")
    office.send("draft/begin")
    office.page.locator(".draft-clauses").wait_for()
    office.go("office/policy/draft/clauses/5.4")
    for language in LANGUAGES:
        field = office.page.locator(f'[name="text-{language}"]')
        field.fill(f"{field.input_value()} {said(f'Маркержоба-{language}')}.")
    office.send("clauses/5.4")
    office.page.locator(".panel.done").first.wait_for()
    office.go("office/policy/draft/files/policy.yml")
    text = office.page.locator('[name="text"]')
    text.fill(f"{text.input_value()}\n# {said('маркерсызба')}\n")
    office.send("files/policy.yml")
    office.page.locator(".panel.done").first.wait_for()
    office.go("office/policy/draft")
    office.send("draft/propose")
    office.page.locator('form[action$="policy/withdraw"]').wait_for()
    publish(second)
    visit.go("account")
    visit.page.locator('a[href$="/policy/changes/1/2"]').wait_for()
    visit.go("account/policy")
    visit.page.locator('[name="consent"][value="main"]').check()
    visit.send("account/policy")
    visit.page.locator(".panel.done").first.wait_for()
    office.go("office/policy/void")
    office.page.locator('[name="clause"]').select_option("2.2.4")
    almaty = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)
    office.fill(since=almaty.date().isoformat(), **{f"reason-{one}": said(f"Маркернегіз-{one}") for one in LANGUAGES})
    office.send("policy/void")
    office.page.locator('form[action$="void/withdraw"]').wait_for()
    second.visit.go("office/policy/void")
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("void/declare")
    second.page.locator('form[action$="void/declare"]').wait_for(state="detached")


def checked(visit, file):
    """The person's own receipt is handed in on the page where anybody checks one."""
    visit.go("account/receipt")
    take(visit, "account/receipt.json", file)
    visit.go("verify")
    visit.page.locator('[name="receipt"]').set_input_files(file)
    visit.send("/verify")
    visit.page.locator("main .panel.done").first.wait_for()


def entrances(officer, second):
    """One comes in again with a password; another is given a new second factor."""
    second.page.goto(officer.reset(second))
    second.visit.fill(password=second.password)
    second.page.locator('form[action*="/office/reset/"] button[type=submit]').click()
    second.visit.at("office/factor/new")
    officer.visit.send("office/sign-out")
    officer.page.wait_for_load_state()
    signed_in(officer.visit, officer, officer.recovery.pop())


def twice(chromium, house, someone):
    """Somebody begins to register with the same address."""
    visit = Visit(chromium, house, language="kk")
    other = somebody(visit, family=someone.family, email=someone.email)
    other.names()
    other.agree()
    # A minute has passed since the first code.
    travel(house, "UPDATE code SET created_at = 1 WHERE reason = 'confirm'")
    other.give_contacts()
    return visit


def test_every_form_that_the_server_takes_is_in_a_table(house):
    tables = [API, OPEN, *WRITTEN.values(), *BARE.values()]
    named = [route for table in tables for route in table]
    assert sorted(named) == sorted(set(named))
    assert set(named) == forms(house), set(named) ^ forms(house)


def test_every_message_is_in_a_table():
    assert {name for table in (MAILED, UNMAILED) for names in table.values() for name in names} == known()


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__] + OPEN, travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()


def test_the_search_sees_what_lies_in_the_clear(opened):
    with pytest.raises(AssertionError, match=r": \[b'"):
        opened.data()


# A store and its copies hold them as everybody reads them.
@pytest.mark.parametrize("place", [place for place in PLACES if place not in ("data", "backups")])
def test_no_word_for_everybody_is_found_in(opened, place):
    getattr(opened, place)()
