"""Nothing personal lies in the clear: markers in orders, the messages about them, a destruction and what a law has kept."""

import re

import pytest

from conftest import close
from desk import fill_service, member, order, publish_agreement, save_service, to_thread, unfold
from house import until
from markers import PLACES, Markers, Travelled
from planting import marked_officer, marked_person, talkative
from written import WRITTEN, gone, unwritten


@pytest.fixture(scope="module")
def house():
    yield from talkative()


@pytest.fixture(scope="module")
def travelled(chromium, house, specimens):
    """Somebody orders, has everything destroyed, and is opened in the archive."""
    plant = Markers("77770007736", "0007736")
    officer = marked_officer(chromium, house, plant, "7736", "support", "dpo")
    person = marked_person(chromium, house, plant, "7736", telephone="8 777 000 77 36")
    number = person.register(specimens / "back.jpg")
    assert officer.next() == number
    officer.approve(number)
    # The decision takes effect meanwhile.
    describe(officer.visit)
    second = member(chromium, house, officer, "dpo", "Маркерекінші", "markerekinshi7736@example.kz", "Маркеркөмек")
    plant.officer(second)
    officer.open(number)
    officer.wait_out_undo(number)
    orders(officer.visit, person, plant)
    gone(house, "orderChanged")
    destroyed(officer.visit, second.visit, person, plant)
    until(lambda: "/erasures/" in house.messages(person.email)[-1], what="the message about the destruction")
    for path in ("office/orders", "office/archive", "office/outbox", "office/checkup"):
        officer.visit.go(path)
    visits = [person.visit, officer.visit, second.visit]
    yield Travelled(house, plant, *visits)
    close(*visits)


def describe(office):
    fill_service(office, "advice", "ru")
    save_service(office)
    office.at("office/services/advice")
    publish_agreement(office, "advice", "ru")


def orders(office, person, plant):
    """One is refused for a reason; about another both write, and it is given and paid."""
    visit = person.visit
    for number in (1, 2):
        order(visit, "advice", number)
    first, second = (f"office/orders/{person.number}/{number}" for number in (1, 2))
    office.go(first)
    office.send("/open")
    unfold(office, "/refuse")
    office.fill(reason=f"Бұл {plant('маркерсебеп')}")
    office.send("/refuse")
    office.page.locator('form[action$="/refuse"]').wait_for(state="detached")
    visit.go("account/orders/1")
    assert "маркерсебеп" in visit.text
    visit.go("account/orders/2")
    visit.fill(words=f"Бұл {plant('маркертапсырыс')}")
    visit.send("/message")
    visit.page.wait_for_url(re.compile(r"/account/threads/[0-9]+$"))
    office.go(second)
    unfold(office, "/message")
    office.fill(**{"reply-words": f"Бұл {plant('маркертапсырысқа')} хат"})
    office.send("/message")
    to_thread(office)
    office.send("/open")
    for state in ("accepted", "in_work", "done"):
        office.go(second)
        office.send("/advance", "state", state)
        office.page.locator(f'[name="state"][value="{state}"]').wait_for(state="detached")
    office.send("/paid")
    office.page.locator('form[action$="/paid"]').wait_for(state="detached")
    visit.go("account/recipients")
    visit.go("account/orders/2")


def destroyed(office, second, person, plant):
    """One prepares, another destroys; what a law has kept is asked for by one and shown to another."""
    person.visit.go("account/rights/ask/deletion")
    person.visit.fill(words=f"Барлығын {plant('маркержойыңыз')}")
    person.visit.send("ask/deletion")
    person.visit.at("account/requests/1")
    request = f"office/requests/{person.number}/1"
    office.go(request)
    office.send("/open")
    office.send("/prepare-destruction")
    office.at(request)
    second.go(request)
    second.send("/open")
    second.send("/destroy")
    second.page.wait_for_url(lambda url: "archived=1" in url)
    office.go("office/archive")
    office.page.locator('[name="ground"][value="tax_inspection"]').check()
    office.fill(case=person.number, reference="14/2026")
    office.send("archive/ask")
    office.page.locator('form[action$="archive/leave"]').wait_for()
    second.go("office/archive")
    second.send("archive/open")
    second.page.get_by_text(person.family).first.wait_for()


def test_all_its_forms_were_sent(travelled):
    assert unwritten(WRITTEN[__name__], travelled.visits) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_marker_is_found_in(travelled, place):
    getattr(travelled, place)()
