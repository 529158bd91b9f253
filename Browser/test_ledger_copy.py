"""The ledger is copied elsewhere all the time, and is what a restore goes on from when the machine is lost."""

import contextlib
import pathlib
import shutil
import signal
import sqlite3

import pytest

from house import until
from plain import Caller
from stores import query, rows, sound
from test_backup import Somebody
from test_backup_postgres import on_files, on_postgres
from test_backup_refused import back_up, initialise
from test_drill import drill, is_known, left, put_back

MAKERS = {"sqlite": on_files, "postgres": on_postgres}


def copied(folder):
    """Entries in the copy."""
    checkpoint = folder / "1" / "checkpoint"
    return int(checkpoint.read_text().split("\n")[1]) if checkpoint.exists() else 0


def is_up(house, folder):
    def up():
        (size,), = query(house, "SELECT size FROM tree")
        return not query(house, "SELECT 1 FROM pending_entry LIMIT 1") and copied(folder) == size
    return up


def copying(make, folder):
    house = make()
    house.environment["SAQTA_LEDGER_COPY"] = str(folder)
    return house


@pytest.fixture(scope="module", params=MAKERS)
def story(request, tmp_path_factory):
    """A backup, and after it somebody who leaves; then all of the machine is lost but the copy of the ledger."""
    elsewhere, folder = tmp_path_factory.mktemp("elsewhere") / "ledger", tmp_path_factory.mktemp("backups")
    house = copying(MAKERS[request.param], elsewhere).start()
    try:
        initialise(house)
        staying, leaving = Somebody(house, 1).remember(), Somebody(house, 2)
        back_up(house, folder)
        leaving.caller.end()
        until(is_up(house, elsewhere), what="the copy of the erasure")
        doctor = house.run("doctor", "--language", "en").stdout
        size = copied(elsewhere)
        drilled = drill(house, folder, "--newest", elsewhere)
        trash = left(house) + [name for name in house.temporary.iterdir() if name.name.startswith("saqta-")]
        house.end(signal.SIGKILL)
        for lost in (house.data, house.keys):
            shutil.rmtree(lost)
        yield {"house": house, "make": MAKERS[request.param], "staying": staying, "leaving": leaving, "folder": folder,
               "elsewhere": elsewhere, "doctor": doctor, "size": size, "drilled": drilled, "trash": trash}
    finally:
        house.remove()


def test_the_operator_is_told_that_it_is_up_to_date(story):
    assert f"The ledger is copied to {story['elsewhere']} all the time." in story["doctor"], story["doctor"]


def test_nobody_but_the_owner_reads_it_and_nothing_personal_is_in_it(story):
    files = [file for file in story["elsewhere"].rglob("*") if file.is_file()]
    assert {"checkpoint", "policy.sqlite"} <= {file.name for file in files}
    for file in files:
        assert file.stat().st_mode & 0o077 == 0, file
        octets = file.read_bytes()
        for who in ("staying", "leaving"):
            for word in (story[who].email, story[who].family):
                assert word.encode() not in octets, file


def test_a_drill_reads_it_and_leaves_nothing(story):
    answer = story["drilled"]
    assert answer.returncode == 0, answer
    assert "1 of them after the data were copied; none comes back" in answer.stdout, answer.stdout
    assert story["trash"] == []


def test_a_restore_goes_on_from_it_and_who_left_does_not_come_back(story):
    elsewhere = story["elsewhere"]
    other = copying(story["make"], elsewhere)
    try:
        said = put_back(story["house"], story, other, "--newest", elsewhere)
        assert "closed again, erased after the data were copied: 1 persons" in said and "not known here" not in said
        assert rows(other)["registration"] == 1
        # The newest tree is kept, and what was signed after the backup stands in it.
        (size,), = query(other, "SELECT size FROM tree")
        assert size > story["size"] == copied(elsewhere)
        other.start()
        assert not is_known(other, story)
        sound(other)
        until(is_up(other, elsewhere), what="the copy that goes on")
        assert copied(elsewhere) > story["size"]
        assert [path.name for path in pathlib.Path(elsewhere).iterdir() if path.name.isdigit()] == ["1"]
    finally:
        other.remove()


@pytest.mark.parametrize("told_by", ["copy", "checkpoint"])
def test_that_nothing_came_since_is_not_believed_where_somebody_knows_better(story, tmp_path, monkeypatch, told_by):
    house, into, words = story["house"], tmp_path / "into", []
    if told_by == "checkpoint":
        monkeypatch.delitem(house.environment, "SAQTA_LEDGER_COPY")
        words = ["--checkpoint", story["elsewhere"] / "1" / "checkpoint"]
    answer = house.run(
        "restore", "--recovery-key", house.folder / "recovery-key.txt", "--from", story["folder"], "--into", into, "--sqlite",
        "--unchanged", *words)
    assert answer.returncode == 1 and "--unchanged is not so: the ledger went on" in answer.stderr, answer
    assert not into.exists() or list(into.iterdir()) == []


def test_a_copy_that_lacks_a_file_is_refused(story, tmp_path):
    folder = shutil.copytree(story["elsewhere"], tmp_path / "copy")
    part = next(file for file in (folder / "1" / "tile" / "entries").rglob("*") if file.is_file())
    part.unlink()
    into = tmp_path / "into"
    answer = story["house"].run(
        "restore", "--recovery-key", story["house"].folder / "recovery-key.txt", "--from", story["folder"], "--into",
        into, "--sqlite", "--newest", folder)
    assert answer.returncode == 1 and "does not hold a sound ledger" in answer.stderr, answer
    assert not into.exists() or list(into.iterdir()) == []


def test_what_nobody_has_signed_is_not_taken_from_it(story, tmp_path):
    """Whoever can write there puts an entry into the file beside the log, as if it waited for its leaf."""
    folder = shutil.copytree(story["elsewhere"], tmp_path / "copy")
    rows_file, = folder.glob("*/policy.sqlite")
    with contextlib.closing(sqlite3.connect(rows_file)) as base:
        base.execute("INSERT INTO pending_entry (subject_id, id, entry, at) VALUES (?, ?, ?, 0)",
                     (bytes(16), bytes(16), b"{}"))
        base.commit()
    house = story["house"]
    answer = house.run(
        "drill", "restore", story["folder"], "--recovery-key", house.folder / "recovery-key.txt", "--newest", folder)
    assert answer.returncode == 0 and "none comes back" in answer.stdout, answer


def test_another_house_does_not_write_over_it(story, tmp_path):
    folder = shutil.copytree(story["elsewhere"], tmp_path / "copy")
    before = copied(folder)
    stranger = copying(on_files, folder).start()
    try:
        Caller(stranger).ask("GET", "/ru")
        Somebody(stranger, 1)
        until(lambda: '"round":"ledger copy"' in stranger.said() or "ledger copy" in stranger.said(), what="the refusal")
        doctor = stranger.run("doctor", "--language", "en").stdout
        assert "cannot be read, or is of another ledger" in doctor, doctor
        assert copied(folder) == before
    finally:
        stranger.remove()
