"""A drill restores aside and proves it; who was erased after the backup does not come back, from a drill or a restore."""

import os
import signal
import subprocess

import pytest

from house import BINARY, until
from plain import Caller
from stores import files, query, rows, sound, travel
from test_backup import Somebody, going
from test_backup_postgres import on_files, on_postgres
from test_backup_refused import back_up, initialise

MAKERS = {"sqlite": on_files, "postgres": on_postgres}


@pytest.fixture(scope="module", params=MAKERS)
def house(request):
    house = MAKERS[request.param]().start()
    initialise(house)
    yield house
    house.remove()


@pytest.fixture(scope="module")
def story(house, specimens, tmp_path_factory):
    """A backup, and after it somebody who leaves: the key set still holds their key."""
    staying = Somebody(house, 1, (specimens / "back.jpg").read_bytes()).remember()
    leaving = Somebody(house, 2, (specimens / "back.jpg").read_bytes())
    earlier = Somebody(house, 3)
    earlier.caller.end()
    folder = tmp_path_factory.mktemp("backups")
    sets = back_up(house, folder)
    leaving.caller.end()
    until(lambda: len(files(house)) == 3, seconds=90, what="the end of the scan")
    return {"staying": staying, "leaving": leaving, "folder": folder, "sets": sets}


def drill(house, *words):
    return house.run("drill", "restore", "--recovery-key", house.folder / "recovery-key.txt", *words)


def left(house):
    """What a drill has left in the folder of temporary files."""
    return [file.name for file in house.temporary.iterdir() if "drill" in file.name]


def test_a_drill_tells_what_a_restore_would_bring_and_leaves_nothing(house, story):
    before, documents = rows(house), files(house)
    answer = drill(house, story["folder"], "--key", house.ledger_key)
    assert answer.returncode == 0, answer
    for said in ("opened with the restored keys: 1 records of 1, ", "erased: 2 persons on record, 1 of them after the data",
                 "none comes back", "1 of them were erased after the keys were copied: a restore needs --newest",
                 "ok; nothing of the copy is left"):
        assert said in answer.stdout, answer.stdout
    # Nothing is shown of anybody.
    for word in (story["staying"].family, story["staying"].email):
        assert word not in answer.stdout + answer.stderr
    assert left(house) == []
    after = rows(house)
    assert {name: after[name] for name in ("subject", "erasure", "registration", "subject_key")} == {
        name: before[name] for name in ("subject", "erasure", "registration", "subject_key")}
    assert files(house) == documents
    # Each of both sets by its file, too.
    answer = drill(house, story["sets"]["data"], story["sets"]["keys"], "--records", "1")
    assert answer.returncode == 0, answer


def test_without_the_newest_ledger_it_says_what_it_does_not_know(house, story):
    answer = drill(house, story["folder"], "--without-newest")
    assert answer.returncode == 0, answer
    assert "opened with the restored keys: 2 records of 2, " in answer.stdout, answer.stdout
    assert "erased: 1 persons on record, 0 of them after the data" in answer.stdout, answer.stdout
    assert "is not known here; see --newest" in answer.stdout, answer.stdout


def newest(house):
    return house.databases.address("saqta") if house.databases else house.data


def put_back(house, story, other, *words):
    answer = other.run("restore", "--recovery-key", house.folder / "recovery-key.txt", "--from", story["folder"],
                       "--into", other.folder, *going(words))
    assert answer.returncode == 0, answer
    return answer.stdout


def is_known(other, story):
    """Whether the person who left can still sign in. By the time that a later code has come, none has come to a stranger."""
    caller = Caller(other)
    caller.ask("GET", "/ru/sign-in")
    caller.form("/ru/sign-in", address=story["leaving"].email, how="code")
    story["staying"].is_back(other)
    caller.close()
    return other.messages(story["leaving"].email) != []


@pytest.mark.parametrize("make", MAKERS.values())
def test_who_was_erased_after_the_backup_stays_erased_where_the_newest_ledger_is_named(house, story, make):
    other = make()
    try:
        said = put_back(house, story, other, "--newest", newest(house))
        assert "closed again, erased after the data were copied: 1 persons" in said and "not known here" not in said
        assert "closed by erasure" in other.run("ledger", "verify").stdout
        assert rows(other)["registration"] == 1
        other.start()
        assert not is_known(other, story)
        sound(other)
    finally:
        other.remove()


def test_without_it_they_come_back_and_the_restore_says_so(house, story):
    """The measure of the test before: the sets alone know nothing of the erasure."""
    other = on_files()
    try:
        assert "is not known here; see --newest" in put_back(house, story, other)
        other.start()
        assert is_known(other, story)
    finally:
        other.remove()


def test_another_ledger_is_not_believed(house, story, tmp_path):
    stranger = on_files().start()
    try:
        Somebody(stranger, 1)
        until(lambda: rows(stranger)["pending_entry"] == 0, what="the sequencer")
        answer = drill(house, story["folder"], "--newest", stranger.data)
        assert answer.returncode == 1 and "does not hold a sound ledger" in answer.stderr, answer
        answer = house.run("restore", "--recovery-key", house.folder / "recovery-key.txt", "--from", story["folder"],
                           "--into", tmp_path, "--sqlite", "--newest", stranger.data)
        assert answer.returncode == 1 and "does not hold a sound ledger" in answer.stderr, answer
        assert list(tmp_path.iterdir()) == [] and left(house) == []
    finally:
        stranger.remove()


def test_a_record_that_does_not_open_is_told(house, story, tmp_path):
    (record,), = query(house, "SELECT record FROM subject WHERE state <> 'erased'")
    changed = record[:-1] + bytes([record[-1] ^ 1])
    travel(house, "UPDATE subject SET record = ? WHERE record = ?", changed, record)
    try:
        back_up(house, tmp_path)
    finally:
        travel(house, "UPDATE subject SET record = ? WHERE record = ?", record, changed)
    answer = drill(house, tmp_path)
    assert answer.returncode == 2, answer
    assert "0 records of 1, 0 fields; 1 DO NOT OPEN" in answer.stdout and "NOT SOUND" in answer.stdout, answer.stdout
    assert left(house) == []


def test_a_broken_set_is_refused_and_nothing_is_left(house, story, tmp_path):
    octets = bytearray(story["sets"]["data"].read_bytes())
    octets[len(octets) // 2] ^= 1
    (tmp_path / "data.age").write_bytes(octets)
    answer = drill(house, tmp_path / "data.age", story["sets"]["keys"])
    assert answer.returncode == 1 and "refused: " in answer.stderr, answer
    assert left(house) == []


@pytest.mark.parametrize("how,stays", [(signal.SIGTERM, False), (signal.SIGKILL, True)])
def test_one_that_is_broken_off_leaves_nothing_and_one_that_was_killed_is_cleared_away(
        house, story, tmp_path, how, stays):
    pipe = tmp_path / "slow.age"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [BINARY, "drill", "restore", "--recovery-key", house.folder / "recovery-key.txt", pipe, story["sets"]["keys"]],
        cwd=house.folder, env=house.environment, stderr=subprocess.PIPE, text=True)
    # The drill reads all but the end, and waits for it.
    with open(pipe, "wb", buffering=0) as slow:
        slow.write(story["sets"]["data"].read_bytes()[:-1_000])
        until(lambda: process.poll() is not None or [*house.temporary.rglob("root.key")], what="the keys")
        assert process.poll() is None, process.stderr.read()
        process.send_signal(how)
        process.wait(30)
    assert (left(house) != []) == stays
    # What was left goes with the next.
    answer = drill(house, story["folder"])
    assert answer.returncode == 0 and left(house) == [], answer
