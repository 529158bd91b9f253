"""A house that has outgrown its files moves to PostgreSQL with everybody in it."""

import os
import uuid

import pytest

from house import House, until
from plain import Caller
from postgres import Databases
from stores import query, rows, sound


@pytest.fixture
def house():
    house = House(databases=None)
    databases = Databases()
    yield house, databases
    house.remove()
    databases.remove()


def move(house, databases):
    house.databases = databases
    house.environment |= {f"SAQTA_{name}": value for name, value in databases.settings().items()}


@pytest.mark.skipif(os.environ.get("SAQTA_BROWSER_ENGINE") == "postgres", reason="begins with files")
def test_everybody_moves_to_postgresql(house, specimens):
    house, databases = house
    house.start()
    one, other = Caller(house), Caller(house)
    one.register("Көшербай", "kosherbai@example.kz", (specimens / "back.jpg").read_bytes())
    other.begin(uuid.uuid4().hex, "Қалбай")
    number = one.account()
    until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
    before = rows(house)
    one.close(), other.close()
    house.end()
    # A server that finds nothing there does not begin anew beside those who are registered.
    move(house, databases)
    refused = house.run("serve")
    assert refused.returncode == 1 and "saqta database copy" in refused.stderr, refused
    copied = house.run("database", "copy")
    assert copied.returncode == 0 and "keys: " in copied.stdout and "rows: " in copied.stdout, copied
    again = house.run("database", "copy")
    assert again.returncode != 0 and "is not empty" in again.stderr, again

    house.start()
    after = rows(house)
    assert {table: count for table, count in after.items() if before.get(table, 0) > count} == {}
    assert one.account() == number and "Көшербай" in one.data()
    assert other.names() == "Қалбай"
    caller = Caller(house)
    caller.sign_in("kosherbai@example.kz")
    assert caller.account() == number
    caller.begin(uuid.uuid4().hex, "Жаңабай")
    assert query(house, "SELECT count(*) FROM registration") == [(3,)]
    sound(house)


def test_a_place_for_rows_and_keys_at_once_is_refused(house):
    house, databases = house
    settings = databases.settings()
    move(house, databases)
    house.environment["SAQTA_KEY_DATABASE"] = settings["DATABASE"]
    answer = house.run("serve")
    assert answer.returncode == 1 and "SAQTA_KEY_DATABASE leads to the same place" in answer.stderr, answer
    del house.environment["SAQTA_KEY_DATABASE"]
    answer = house.run("serve")
    assert answer.returncode == 1 and "set SAQTA_KEY_DATABASE too" in answer.stderr, answer


def test_a_server_that_is_away_is_named_without_its_password(house):
    house, databases = house
    move(house, databases)
    house.environment["SAQTA_DATABASE"] = "postgres://saqta:verysecret@127.0.0.1:1/saqta"
    for words in (("serve",), ("doctor",), ("staff", "list")):
        answer = house.run(*words)
        assert answer.returncode not in (0, -6), answer
        assert "The database of SAQTA_DATABASE cannot be reached" in answer.stderr, answer
        assert "verysecret" not in answer.stderr + answer.stdout
