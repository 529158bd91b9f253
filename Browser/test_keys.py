"""Keys are exchanged while people register and sign in; whatever happens on the way, everybody still gets in."""

import os
import pathlib
import signal
import subprocess
import time
import uuid

import pytest

from house import BINARY, House
from plain import Caller
from stores import query
from test_restart import Crowd

SOURCES = (f"127.0.{high}.{low}" for high in range(1, 255) for low in range(1, 255))
CRASHES = int(os.environ.get("SAQTA_KEY_CRASHES", "4"))


@pytest.fixture
def house():
    house = House().start()
    yield house
    house.remove()


def registered(house, email):
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Көпбай")
    caller.confirm(email)
    return caller.account()


def signs_in(house, email):
    # From an address of their own each time: one that has just asked for a code waits a minute.
    caller = Caller(house, source=next(SOURCES))
    caller.sign_in(email)
    return caller.account()


def content(folder):
    return {file.name: file.read_bytes() for file in pathlib.Path(folder).iterdir() if file.is_file()}


def test_keys_are_exchanged_under_load_and_after_crashes(house):
    people = {}

    def act(number, state):
        """Registers, confirms an address, and signs in from another browser."""
        email = f"person{number}.{uuid.uuid4().hex[:8]}@example.kz"
        people[email] = registered(house, email)
        assert signs_in(house, email) == people[email]

    for number in range(6):
        email = f"early{number}@example.kz"
        people[email] = registered(house, email)
    early = dict(people)
    before = content(house.keys)
    crowd = Crowd(act, 3)
    try:
        # Killed at one point after another, and run again.
        for crash in range(CRASHES):
            rotation = subprocess.Popen(
                [BINARY, "keys", "rotate", "--settle", "1"], cwd=house.folder, env=house.environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            time.sleep(0.15 + crash * 0.45)
            rotation.send_signal(signal.SIGKILL)
            rotation.wait()
            crowd.has_done(1)
        answer = house.run("keys", "rotate", "--settle", "3")
        assert answer.returncode == 0, answer
        for kind in ("index key", "epoch keys", "root key"):
            assert kind in answer.stdout, answer.stdout
        crowd.has_done(3)
    finally:
        done = crowd.end()
    print(f"{done} registrations with a sign-in while keys were exchanged, {CRASHES} crashes")

    first, newest = query(house, "SELECT min(version), max(version) FROM address WHERE subject_id IN"
                                 " (SELECT subject_id FROM address ORDER BY at LIMIT 3)")[0]
    assert first == newest > 1
    assert query(house, """SELECT count(DISTINCT subject_id) FROM address
                           WHERE subject_id NOT IN (SELECT subject_id FROM address WHERE version = ?)""", newest)[0][0] == 0
    epochs = {row[0] for row in query(house, "SELECT DISTINCT epoch FROM subject_key", name="keys")}
    assert 1 not in epochs
    after = content(house.keys)
    assert after["root.key"] != before["root.key"] and set(after) == set(before)
    house.restart()
    for email, number in people.items():
        assert signs_in(house, email) == number, email
    history = Caller(house, source=next(SOURCES))
    history.sign_in(next(iter(early)))
    assert any("ключ, по которому вас находят" in line for line in history.history())
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0, answer

    # The former root key opens nothing any more.
    house.end()
    (house.keys / "root.key").write_bytes(before["root.key"])
    answer = house.run("ledger", "verify")
    assert answer.returncode != 0 and "root key does not open" in answer.stderr, answer
