"""What was acknowledged is there, whatever happens to the server; what was not is whole or absent."""

import os
import signal
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import pytest

from house import House, until
from plain import Caller, Refused
from stores import rows

# SAQTA_CRASHES=20 SAQTA_CROWD=200 SAQTA_SCANS=100 is the full drill.
CRASHES = int(os.environ.get("SAQTA_CRASHES", "3"))
CROWD = int(os.environ.get("SAQTA_CROWD", "60"))
SCANS = int(os.environ.get("SAQTA_SCANS", "8"))


@pytest.fixture(scope="module")
def house():
    house = House().start()
    yield house
    house.remove()


def sound(house):
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0 and answer.stdout.startswith("ok"), answer


@pytest.mark.parametrize("time", range(CRASHES))
def test_a_registration_survives_kill_9_whole_or_not_at_all(house, time):
    wanted = [(os.urandom(16).hex(), f"Апатов{'абвгд'[number % 5]}{'ежзик'[number // 5 % 5]}")
              for number in range(CROWD)]
    acknowledged, browsers, enough, before = {}, {}, threading.Event(), rows(house)

    def register(one):
        submission, family = one
        browsers[submission] = caller = Caller(house)
        try:
            caller.begin(submission, family)
            caller.close()
            acknowledged[submission] = (caller, family)
        except (OSError, Refused, HTTPException):
            pass
        finally:
            # Different moments of the crowd are hit, from the first to nearly the last.
            if len(acknowledged) >= CROWD * (time + 1) // (CRASHES + 1):
                enough.set()

    with ThreadPoolExecutor(24) as crowd:
        tasks = [crowd.submit(register, one) for one in wanted]
        assert enough.wait(120)
        house.end(signal.SIGKILL)
        for task in tasks:
            task.result()
    assert 0 < len(acknowledged) < CROWD
    house.start()

    for submission, (caller, family) in acknowledged.items():
        assert caller.account(), "an acknowledged registration is gone"
        assert caller.names() == family
    # Sent again, each of them is one registration: the same one, when the answer alone was lost.
    found = rows(house)
    begun = found["registration"] - before["registration"]
    assert len(acknowledged) <= begun <= CROWD
    for table in ("subject", "submission", "consent"):
        assert found[table] - before[table] == begun, table
    for submission, family in wanted:
        numbers = set()
        for _ in range(2):
            caller = browsers[submission] = browsers[submission].same_browser()
            caller.begin(submission, family)
            numbers.add(caller.account())
            assert caller.names() == family
            caller.close()
        if submission in acknowledged:
            numbers.add(acknowledged[submission][0].account())
        assert len(numbers) == 1, numbers
    after = rows(house)
    for table in ("registration", "subject", "submission", "consent"):
        assert after[table] - before[table] == CROWD, table
    sound(house)


def test_a_hundred_people_begin_at_once(house):
    before = rows(house)["registration"]

    def register(number):
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, "Жүзбай")
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(100) as crowd:
        numbers = list(crowd.map(register, range(100)))
    assert None not in numbers and len(set(numbers)) == 100
    assert rows(house)["registration"] == before + 100
    sound(house)


def test_a_crowd_sends_scans_at_once(house, specimens):
    octets = (specimens / "back.jpg").read_bytes()

    def register(number):
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, "Көпбай")
        caller.confirm(f"kopbai{number}@example.kz")
        caller.upload(octets)
        until(caller.is_read, seconds=240, pause=0.5, what="the reading")
        caller.send()
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(SCANS) as crowd:
        numbers = list(crowd.map(register, range(SCANS)))
    assert None not in numbers and len(set(numbers)) == SCANS
    sound(house)


def test_one_submission_makes_one_registration_however_often_it_is_sent_at_once(house):
    submission, browser = uuid.uuid4().hex, Caller(house)
    browser.ask("GET", "/ru/register/name")

    def register(_):
        caller = browser.same_browser()
        caller.begin(submission, "Бірбай")
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(16) as crowd:
        numbers = set(crowd.map(register, range(16)))
    assert len(numbers) == 1 and None not in numbers
    # Another browser that learns the number of a submission gets nothing of it.
    stranger = Caller(house)
    stranger.begin(submission, "Бөтенбай")
    assert stranger.account() not in numbers
