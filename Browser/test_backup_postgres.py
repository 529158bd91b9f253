"""A house on PostgreSQL is backed up while people register, and a backup of either engine comes back on either."""

import time

import pytest

from house import House, until
from postgres import Databases
from stores import rows
from test_backup import Crowd, Somebody, going, sound
from test_backup_refused import back_up, initialise

PERSONS, WITH_SCANS = 4, 2


def on_postgres():
    house = House(databases=Databases())
    house.owns_databases = True
    return house


def on_files():
    """A house on files, whatever the engine of this run."""
    house = House()
    if house.owns_databases:
        house.databases.remove()
    house.databases, house.owns_databases = None, False
    for name in ("SAQTA_DATABASE", "SAQTA_KEY_DATABASE"):
        house.environment.pop(name, None)
    return house


@pytest.fixture(scope="module")
def house():
    house = on_postgres().start()
    initialise(house)
    yield house
    house.remove()


@pytest.fixture(scope="module")
def story(house, specimens, tmp_path_factory):
    """People register, one leaves, and a backup is made while more come."""
    octets = (specimens / "back.jpg").read_bytes()
    before = [Somebody(house, number, octets if number < WITH_SCANS else None) for number in range(PERSONS)]
    for somebody in before:
        somebody.remember()
    erased = Somebody(house, 90)
    erased.caller.end()
    crowd = Crowd(house)
    until(lambda: len(crowd.times) > 20, seconds=60, what="a crowd")
    acknowledged, began = len(crowd.times), time.monotonic()
    folder = tmp_path_factory.mktemp("backups")
    back_up(house, folder)
    ended = time.monotonic()
    crowd.stop()
    assert sum(began < moment < ended for moment in crowd.times) > 0, "nobody registered while the backup was made"
    assert sorted(file.name for file in (house.data / "backup").iterdir()) == ["lock"]
    return {"before": before, "registrations": PERSONS + acknowledged, "folder": folder}


def restore(house, source, story_folder, *words):
    return house.run("restore", "--recovery-key", source.folder / "recovery-key.txt", "--from", story_folder,
                     *going(words))


@pytest.mark.parametrize("make", [on_postgres, on_files])
def test_everything_acknowledged_comes_back_on_either_engine(house, story, make):
    other = make()
    try:
        answer = restore(other, house, story["folder"], "--into", other.folder)
        assert answer.returncode == 0, answer
        lies_in_files = (other.data / "saqta.sqlite").exists() and (other.data / "keys.sqlite").exists()
        assert lies_in_files == (make is on_files)
        sound(other)
        other.start()
        for somebody in story["before"]:
            somebody.is_back(other)
        assert rows(other)["registration"] >= story["registrations"]
        assert rows(other)["erasure"] >= 1
        Somebody(other, 95).remember()
        sound(other)
    finally:
        other.remove()


def test_a_backup_of_files_comes_back_on_postgresql(specimens, tmp_path):
    files, other = on_files().start(), on_postgres()
    try:
        initialise(files)
        person = Somebody(files, 1, (specimens / "back.jpg").read_bytes()).remember()
        back_up(files, tmp_path)
        answer = restore(other, files, tmp_path, "--into", other.folder)
        assert answer.returncode == 0, answer
        sound(other)
        other.start()
        person.is_back(other)
        # And from there a backup is made as before.
        assert (other.keys / "backup.recipient").exists()
        back_up(other, tmp_path / "next")
    finally:
        files.remove()
        other.remove()


@pytest.mark.parametrize("full", ["saqta", "keys"])
def test_databases_that_hold_something_are_not_touched(house, story, full, tmp_path):
    other = on_postgres()
    try:
        with other.databases.cluster.open(other.databases.names[full]) as admin:
            admin.execute("CREATE TABLE mine (id int PRIMARY KEY)")
            admin.execute("INSERT INTO mine VALUES (1)")
            admin.execute(f"ALTER TABLE mine OWNER TO {other.databases.names[full]}")
        answer = restore(other, house, story["folder"], "--into", other.folder)
        setting = {"saqta": "SAQTA_DATABASE", "keys": "SAQTA_KEY_DATABASE"}[full]
        assert answer.returncode == 1, answer
        assert f"The database of {setting} is not empty: mine has rows" in answer.stderr, answer
        assert rows(other) == {"mine": 1} and not other.data.exists() and not other.keys.exists()
        # Aside it can be put all the same.
        answer = restore(other, house, story["folder"], "--into", tmp_path, "--sqlite")
        assert answer.returncode == 0 and (tmp_path / "data" / "saqta.sqlite").exists(), answer
        assert rows(other) == {"mine": 1}
    finally:
        other.remove()


def test_the_house_itself_is_not_overwritten(house, story, tmp_path):
    before = rows(house)
    answer = restore(house, house, story["folder"], "--into", tmp_path)
    assert answer.returncode == 1 and "is not empty" in answer.stderr, answer
    assert list(tmp_path.iterdir()) == []
    after = rows(house)
    assert {table: count for table, count in after.items() if count < before[table]} == {}
    sound(house)
