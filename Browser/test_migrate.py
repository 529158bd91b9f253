"""`saqta migrate` brings the databases to the schema of the programme, however many run at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from house import House
from postgres import Databases
from stores import query, travel

# A step that made one table, which can be taken back.
STEP, TABLE = "2026-11-26.90", "pulse"


@pytest.fixture(params=["sqlite", "postgres"])
def house(request):
    databases = Databases() if request.param == "postgres" else None
    house = House(databases=databases)
    try:
        yield house
    finally:
        house.remove()
        if databases:
            databases.remove()


def test_several_at_once_do_each_step_once(house):
    house.start().end()
    travel(house, f"DROP TABLE {TABLE}")
    travel(house, "DELETE FROM migration WHERE number = ?", STEP)
    with ThreadPoolExecutor(5) as together:
        answers = list(together.map(lambda _: house.run("migrate"), range(5)))
    assert [answer.returncode for answer in answers] == [0] * 5, answers
    assert sorted(len(answer.stdout.splitlines()) for answer in answers) == [1, 1, 1, 1, 2], answers
    told = [line for answer in answers for line in answer.stdout.splitlines() if line.startswith(f"rows: {STEP} ")]
    assert len(told) == 1, answers
    assert query(house, f"SELECT count(*) FROM {TABLE}") == [(0,)]
    assert house.run("migrate").stdout.startswith("Nothing to do")
    house.start()


def test_a_site_that_has_not_begun_is_not_begun(house):
    answer = house.run("migrate")
    assert answer.returncode != 0 and "No server has been started" in answer.stderr, answer
    house.start()
