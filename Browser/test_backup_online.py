"""A backup does not mind what happens while it is made; one that is broken off leaves nothing."""

import datetime
import json
import re
import select
import signal
import subprocess

import pytest

from house import BINARY, House, until
from stores import files, query, travel
from test_backup import Somebody, lose_everything, restore, sound
from test_backup_refused import back_up, initialise, opened, name, piped


@pytest.fixture(scope="module")
def house():
    house = House().start()
    initialise(house)
    yield house
    house.remove()


@pytest.fixture
def waiting(house):
    """A backup into a pipe from which nobody reads yet: its rows are copied, its documents are not."""
    process = subprocess.Popen(
        [BINARY, "backup", "--pipe", "data"], cwd=house.folder, env=house.environment, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)
    until(lambda: select.select([process.stdout], [], [], 0.1)[0], what="the beginning of the set")
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_a_document_that_goes_meanwhile_stays_gone(house, specimens, request):
    person = Somebody(house, 1, (specimens / "back.jpg").read_bytes())
    other = Somebody(house, 2, (specimens / "back.jpg").read_bytes()).remember()
    person.has_scan = False
    person.remember()
    before = len(files(house))
    waiting = request.getfixturevalue("waiting")
    _, _, page = person.caller.ask("GET", "/ru/register/documents")
    document = re.search(r'name="document" value="([0-9a-f]{32})"', page)[1]
    status, _, _ = person.caller.form("/ru/register/documents/remove", document=document)
    assert status == 303
    until(lambda: len(files(house)) == before - 3, seconds=90, pause=0.5, what="the end of the scan")
    octets, said = waiting.communicate(timeout=120)
    assert waiting.returncode == 0, said
    (house.folder / "data.age").write_bytes(octets)
    gone = [content for header, content in opened(house, house.folder / "data.age")
            if name((header, content)) == "backup/data/gone.txt"][0]
    assert gone.count(b"gone ") == 3 and b"lost" not in gone
    piped(house, "keys", house.folder / "keys.age")

    lose_everything(house)
    # Nothing is done before it is said what is left of the house.
    unsaid = house.run(
        "restore", "--recovery-key", "recovery-key.txt", "--data", "data.age", "--keys", "keys.age", "--into", ".")
    assert unsaid.returncode == 64 and "--without-newest" in unsaid.stderr, unsaid
    answer = restore(house, "--data", "data.age", "--keys", "keys.age", "--into", ".")
    assert answer.returncode == 0 and "destroyed again, gone while the data were copied: 1 documents" in answer.stdout
    house.start()
    sound(house)
    for somebody in (person, other):
        somebody.is_back(house)
    assert len(files(house)) == before - 3
    # What is held since the restore goes on for the tests that follow.
    travel(house, "DELETE FROM work_hold")


def test_a_second_backup_at_the_same_time_is_told_to_come_later(house, waiting):
    answer = house.run("backup", "--to", house.folder / "later")
    assert answer.returncode == 75 and "another backup" in answer.stderr, answer


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_one_that_is_broken_off_leaves_no_copy(house, waiting, how):
    waiting.send_signal(how)
    waiting.communicate(timeout=30)
    assert waiting.returncode == 128 + how
    assert sorted(file.name for file in (house.data / "backup").iterdir()) == ["lock"]


def test_one_that_was_killed_is_cleared_away_by_the_next(house, waiting, tmp_path):
    waiting.kill()
    waiting.communicate(timeout=30)
    sets = back_up(house, tmp_path)
    part = tmp_path / f".{sets['data'].name}.part"
    part.write_bytes(b"half")
    strange = tmp_path / ".saqta-data-00000000-20200101T000000Z.age.part"
    strange.write_bytes(b"another's")
    back_up(house, tmp_path)
    assert sorted(file.name for file in (house.data / "backup").iterdir()) == ["lock"]
    assert not part.exists() and strange.exists()


def test_old_sets_end_and_the_newest_never(house, tmp_path):
    sets = back_up(house, tmp_path)

    def aged(kind, days):
        then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=days)
        file = tmp_path / re.sub(r"\d{8}T\d{6}Z", then.strftime("%Y%m%dT%H%M%SZ"), sets[kind].name)
        file.write_bytes(b"old")
        return file

    ending = [aged("keys", 8), aged("data", 31), aged("keys", 400)]
    staying = [aged("keys", 6), aged("data", 29), *sets.values()]
    mine = tmp_path / "saqta-keys.txt"
    mine.write_text("mine")
    answer = house.run("backup", "--to", tmp_path)
    assert answer.returncode == 0 and answer.stdout.count("its time is over") == 3
    assert [file for file in ending if file.exists()] == []
    assert all(file.exists() for file in [*staying, mine])
    answer = house.run("backup", "--to", tmp_path, "--keep-data", "1")
    assert answer.returncode == 0 and len(list(tmp_path.glob("saqta-data-*"))) == 1


def test_a_timer_finds_its_folder_in_the_file_of_settings(house, tmp_path):
    file = tmp_path / "saqta.env"
    file.write_text(f"SAQTA_BACKUP={tmp_path / 'nightly'}\nSAQTA_BACKUP_KEEP=1\n")
    house.environment["SAQTA_CONFIG"] = str(file)
    try:
        for _ in range(2):
            assert house.run("backup", "--scheduled").returncode == 0
        assert len(list((tmp_path / "nightly").glob("saqta-data-*"))) == 1
        # Where none is set, a timer has nothing to do, and says so.
        file.write_text("# nothing\n")
        answer = house.run("backup", "--scheduled")
        assert answer.returncode == 0 and "SAQTA_BACKUP is not set" in answer.stdout, answer
    finally:
        del house.environment["SAQTA_CONFIG"]


def test_a_backup_that_failed_is_on_record_until_one_is_made(house, tmp_path):
    (tmp_path / "taken").write_text("a file")
    answer = house.run("backup", "--to", tmp_path / "taken")
    assert answer.returncode == 1, answer
    assert "danger: The last backup failed." in house.run("doctor").stdout
    assert house.run("backup", "--to", tmp_path / "free").returncode == 0
    assert "The last backup" not in house.run("doctor").stdout


def test_rows_of_another_programme_are_told_with_what_to_do(house, tmp_path):
    (newest,), = query(house, "SELECT MAX(number) FROM migration")
    for change, back, said in (
            ("UPDATE migration SET number = 'gone' WHERE number = ?", "UPDATE migration SET number = ? WHERE number = 'gone'",
             "by a newer programme (gone)"),
            ("DELETE FROM migration WHERE number = ?", "INSERT INTO migration (number, title, at) VALUES (?, '', 0)",
             f"by an earlier programme ({newest} is still to be done): start this one's server once")):
        travel(house, change, newest)
        answer = house.run("backup", "--to", tmp_path)
        travel(house, back, newest)
        assert answer.returncode == 1 and said in answer.stderr, answer
    assert list(tmp_path.iterdir()) == []
    back_up(house, tmp_path)


def test_a_timer_needs_no_words(house, tmp_path):
    house.environment["SAQTA_BACKUP"], house.environment["SAQTA_BACKUP_KEEP"] = str(tmp_path / "nightly"), "2"
    try:
        for _ in range(3):
            assert house.run("backup").returncode == 0
        house.environment["SAQTA_BACKUP_KEEP"] = "two"
        assert house.run("backup").returncode == 64
    finally:
        del house.environment["SAQTA_BACKUP"], house.environment["SAQTA_BACKUP_KEEP"]
    assert len(list((tmp_path / "nightly").glob("saqta-data-*"))) == 2
    assert len(list((tmp_path / "nightly").glob("saqta-keys-*"))) == 3
    assert "say where to" in house.run("backup").stderr


def test_what_was_backed_up_is_on_record_for_its_age(house, tmp_path):
    back_up(house, tmp_path)
    records = json.loads((house.data / "backups.json").read_text())["backups"]
    newest = {one["set"]: one for one in records}
    assert set(newest) == {"data", "keys"} and newest["data"]["target"] == "folder"
    assert newest["data"]["octets"] > 100_000 and newest["data"]["at"] <= newest["keys"]["at"]


def test_a_damaged_and_a_lost_document_are_told_and_the_rest_is_backed_up(house, specimens, tmp_path):
    Somebody(house, 20, (specimens / "back.jpg").read_bytes())
    scan = bytes(query(house, "SELECT blob FROM document WHERE blob IS NOT NULL")[0][0]).hex()
    image = bytes(query(house, "SELECT thumbnail FROM page")[0][0]).hex()
    changed, lost = (next((house.data / "documents").rglob(one)) for one in (image, scan))
    octets = [file.read_bytes() for file in (changed, lost)]
    try:
        changed.write_bytes(octets[0][:-1] + bytes([octets[0][-1] ^ 1]))
        lost.unlink()
        answer = house.run("backup", "--to", tmp_path / "damaged")
    finally:
        for file, content in zip((changed, lost), octets):
            file.write_bytes(content)
    assert answer.returncode == 2, answer
    assert f"document file {lost.name}: named by a row, and missing" in answer.stderr
    assert f"document file {changed.name}: not what its row says" in answer.stderr
    assert restore(house, "--from", tmp_path / "damaged", "--check").returncode == 0
    found = house.run("doctor", "--brief").stdout
    assert "danger: The last backup found documents damaged or missing." in found, found
    # What is put back is told to be damaged, by the document.
    answer = restore(house, "--from", tmp_path / "damaged", "--into", tmp_path / "again", "--sqlite")
    assert answer.returncode == 2 and "NOT SOUND" in answer.stdout, answer
    assert re.search(r"document [0-9a-f]{32} has a file that is missing", answer.stdout), answer.stdout
    assert re.search(r"document [0-9a-f]{32} has an image of page 1 that was changed", answer.stdout), answer.stdout
    assert house.run("backup", "--to", tmp_path / "sound").returncode == 0
    assert "The last backup" not in house.run("doctor").stdout


def test_without_a_recovery_key_or_keys_nothing_is_made(house, tmp_path):
    empty = House()
    try:
        answer = empty.run("backup", "--to", tmp_path)
        assert answer.returncode == 1 and "nothing to back up" in answer.stderr
        assert not empty.keys.exists() and not empty.data.exists()
        answer = house.run("backup", "init")
        assert answer.returncode == 1 and "there is a recovery key already" in answer.stderr and not answer.stdout
        assert [*tmp_path.iterdir()] == []
    finally:
        empty.remove()


def test_the_sets_can_be_read_by_their_owner_alone(house, tmp_path):
    sets = back_up(house, tmp_path / "new")
    for file in sets.values():
        assert file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_room_that_is_kept_for_evidence_is_in_no_backup(house, tmp_path):
    assert (house.data / "reserve").stat().st_size > 10_000_000
    sets = back_up(house, tmp_path)
    names = {name(member) for file in sets.values() for member in opened(house, file)}
    assert "data/saqta.sqlite" in names and not any("reserve" in one for one in names)
    assert sum(file.stat().st_size for file in sets.values()) < 10_000_000
