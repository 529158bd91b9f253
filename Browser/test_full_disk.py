"""The disk fills up in the middle of it: nothing acknowledged is lost, what is new is refused in clear words, and whoever
is registered can see and end it."""

import signal
import threading
import uuid

import pytest

from disk import SmallDisk
from house import House, until
from pages import Visit, check
from person import somebody
from plain import Caller, Refused
from stores import rows
from test_sight import ask, figures, readiness

pytestmark = pytest.mark.quiet

MEGABYTE = 1_000_000
RESERVE = 12 * MEGABYTE


@pytest.fixture
def small():
    house = House(DISK_RESERVE=RESERVE // MEGABYTE)
    disk = SmallDisk(house.data, 64)
    try:
        yield house.start(), disk
    finally:
        house.end()
        disk.remove()
        house.remove()


class Crowd:
    """People who register one after the other; what was acknowledged and what was refused is kept."""

    def __init__(self, house, size=8):
        self.house, self.acknowledged, self.refused, self.other = house, {}, [], []
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.run, args=(number,)) for number in range(size)]
        for thread in self.threads:
            thread.start()

    def run(self, number):
        count = 0
        while not self.is_over.is_set():
            count += 1
            family = f"Толыбай{'абвгд'[number % 5]}{'абвгдежзик'[count % 10]}"
            caller = Caller(self.house)
            try:
                caller.begin(uuid.uuid4().hex, family)
                self.acknowledged[caller] = family
            except Refused as refusal:
                (self.refused if refusal.args[0] == 507 else self.other).append(refusal.args)
            except OSError as error:
                self.other.append(repr(error))
            finally:
                caller.close()

    def end(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join(60)


def everything_is_there(house, acknowledged):
    for caller, family in acknowledged.items():
        assert caller.account(), "an acknowledged registration is gone"
        assert caller.names() == family
        caller.close()
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0 and answer.stdout.startswith("ok"), answer


def test_nothing_acknowledged_is_lost_when_the_disk_fills_up(small, specimens):
    house, disk = small
    assert readiness(house) == [] and figures(house)["saqta_disk_reserve_bytes"] >= RESERVE
    early = Caller(house)
    early.begin(uuid.uuid4().hex, "Ертебай")
    early.confirm("erte@example.kz")
    early.upload((specimens / "back.jpg").read_bytes())
    until(early.is_read, seconds=60, what="the reading")

    crowd = Crowd(house)
    try:
        until(lambda: len(crowd.acknowledged) > 30, seconds=60, what="the crowd")
        # First so far that only evidence is written any more, then to the last octet.
        disk.fill(leaving=RESERVE // 2)
        until(lambda: len(crowd.refused) > 20, seconds=30, what="refusals")
        assert readiness(house) == ["disk"] and figures(house)["saqta_disk_low"] == 1
        assert figures(house)["saqta_disk_reserve_bytes"] >= RESERVE
        disk.fill(leaving=0)
        until(lambda: figures(house)["saqta_disk_reserve_bytes"] == 0, seconds=20, what="the end of the reserve")
        refused = len(crowd.refused)
        until(lambda: len(crowd.refused) > refused + 20, seconds=30, what="refusals")
    finally:
        crowd.end()
    # What could not be written at the very moment was refused as well, and in no other way.
    assert all(isinstance(one, tuple) and one[0] == 503 for one in crowd.other), crowd.other[:5]
    assert rows(house)["registration"] >= len(crowd.acknowledged) + 1

    # Those who are registered go on: they look, read who looked, sign in, and end it.
    assert early.account() and early.names() == "Ертебай"
    assert early.ask("GET", "/ru/account/history")[0] == 200
    again = Caller(house)
    again.ask("GET", "/ru/sign-in")
    assert again.form("/ru/sign-in", address="erte@example.kz", how="code")[0] == 303
    with pytest.raises(Refused):
        early.upload((specimens / "back.jpg").read_bytes())
    leaving, family = crowd.acknowledged.popitem()
    leaving.ask("GET", "/ru/register/end")
    erased = rows(house)["erasure"]
    assert leaving.form("/ru/register/end")[0] == 303
    assert rows(house)["erasure"] == erased + 1 and leaving.account() is None

    # The machine falls over, with the disk still full.
    early.close()
    house.end(signal.SIGKILL)
    house.start()
    everything_is_there(house, crowd.acknowledged)
    assert early.account() and early.names() == "Ертебай"

    # Somebody makes room: all is as before, the reserve too.
    disk.clear()
    until(lambda: readiness(house) == [], seconds=20, what="readiness")
    assert figures(house)["saqta_disk_reserve_bytes"] >= RESERVE and figures(house)["saqta_disk_low"] == 0
    late = Caller(house)
    late.begin(uuid.uuid4().hex, "Кешбай")
    assert late.account()
    early.upload((specimens / "back.jpg").read_bytes())
    until(early.is_read, seconds=60, what="the reading")
    everything_is_there(house, crowd.acknowledged)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_person_is_told_and_keeps_what_was_entered(small, chromium, specimens, language):
    house, disk = small
    visit, other = Visit(chromium, house, language=language), Visit(chromium, house, language=language)
    try:
        someone = somebody(visit)
        someone.names()
        sending = somebody(other)
        sending.names()
        sending.agree()
        sending.confirm(sending.give_contacts())

        disk.fill(leaving=RESERVE // 2)
        until(lambda: readiness(house) == ["disk"], what="unreadiness")
        visit.page.locator('[name="declaration"]').check()
        visit.page.locator('[name="consent"]').check()
        visit.send("register/consent", "answer", "yes")
        visit.page.locator('input[type=hidden][name="family"]').wait_for(state="attached")
        assert "8 777" in visit.text
        check(visit, "no-room")
        # The script that sends documents shows the same words, and lets it be tried again.
        other.page.locator('[data-upload="identity_document"] input[type=file]').first.set_input_files(
            specimens / "back.jpg")
        line = other.page.locator("[data-sendings] [data-said]").first
        words = {"ru": "заканчивается место", "kk": "таусылып барады", "en": "running out of space"}[language]
        until(lambda: other.page.wait_for_timeout(100) or words in (line.text_content() or ""), what="the words")
        check(other, "register-documents-no-room")

        disk.clear()
        until(lambda: readiness(house) == [], what="readiness")
        visit.send("register/consent")
        visit.at("register/contacts")
        other.page.locator("[data-sendings] [data-retry]").first.click()
        other.page.locator(".received img[src*='/account/']").first.wait_for(timeout=60_000)
    finally:
        visit.close()
        other.close()
    assert not visit.complaints + other.complaints, visit.complaints + other.complaints
