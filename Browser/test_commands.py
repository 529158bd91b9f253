"""The commands beside the server look and change nothing that they were not asked to change."""

import re
import uuid

import pytest

from house import House
from plain import Caller
from stores import rows


@pytest.fixture
def house():
    house = House().start()
    yield house
    house.remove()


@pytest.mark.parametrize("words", [("ledger", "verify"), ("staff", "list")], ids=" ".join)
def test_a_look_publishes_no_edition(house, words):
    text = house.policy / "ru.md"
    text.write_text(re.sub(r"\bданных\b", "сведений", text.read_text(), count=1))
    answer = house.run(*words)
    assert answer.returncode == 0, answer
    assert rows(house)["edition"] == 1
    # So a form that somebody filled in meanwhile is still good.
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Ескібай")
    assert caller.account()
    # The start of the server is what publishes.
    house.restart()
    assert rows(house)["edition"] == 2


@pytest.mark.parametrize("words", [("ledger", "verify"), ("staff", "list"), ("staff", "reset")], ids=" ".join)
def test_a_look_into_an_empty_folder_makes_nothing(words):
    house = House()
    try:
        answer = house.run(*words)
        assert answer.returncode != 0 and str(house.data) in answer.stderr, answer
        assert not house.data.exists() and not house.keys.exists()
    finally:
        house.remove()
