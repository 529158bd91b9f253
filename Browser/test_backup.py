"""A backup that is made while people register brings everything back that was acknowledged before it began."""

import shutil
import signal
import threading
import time
import uuid
from http.client import HTTPException

import pytest

from guide import Guide, beside
from house import House, until
from plain import Caller, Refused
from stores import query, rows, travel

# SAQTA_SCANS persons with a document of their own; the others give names and an address.
PERSONS, WITH_SCANS = 8, 3
MARKS = "SELECT digest, subject_id, document, field, version FROM document_mark ORDER BY document, field, version"


class Somebody:
    """An invented person, and what was acknowledged to them."""

    def __init__(self, house, number, octets=None):
        self.email, self.family = f"saqtyq{number}@example.kz", f"Сақтық{'абвгдежзик'[number % 10]}"
        self.caller = Caller(house)
        self.caller.begin(uuid.uuid4().hex, self.family)
        self.caller.confirm(self.email)
        self.images, self.has_scan = [], octets is not None
        if octets:
            self.caller.upload(octets)
            until(self.caller.is_read, seconds=240, pause=0.5, what="the reading")

    def remember(self):
        """What the person sees of their own, to be compared with later."""
        if self.has_scan:
            self.images = self.caller.images()
            assert self.images and all(image.startswith(b"\xff\xd8") for image in self.images)
        self.number, self.history = self.caller.account(), self.caller.history()
        assert self.number and self.history
        return self

    def is_back(self, house):
        caller = Caller(house)
        caller.sign_in(self.email)
        assert caller.account() == self.number
        assert self.family in caller.data()
        seen = caller.history()
        # Own views of one sitting stand in one line, with the newest of them.
        assert [act for act in self.history if act not in seen and not act.startswith("Вы открыли")] == []
        assert caller.images() == self.images
        caller.close()


class Crowd:
    """People who register one after the other until they are told to stop."""

    def __init__(self, house):
        self.house, self.times, self.stopped = house, [], threading.Event()
        self.threads = [threading.Thread(target=self.register, daemon=True) for _ in range(4)]
        for thread in self.threads:
            thread.start()

    def register(self):
        while not self.stopped.is_set():
            try:
                caller = Caller(self.house)
                caller.begin(uuid.uuid4().hex, "Көпбай")
                self.times.append(time.monotonic())
                caller.close()
            except (OSError, Refused, HTTPException):
                time.sleep(0.05)

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join(60)


def sound(house):
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0 and answer.stdout.startswith("ok"), answer
    return answer.stdout


def lose_everything(house):
    house.end(signal.SIGKILL)
    for folder in (house.data, house.keys):
        shutil.rmtree(folder)
    if house.databases:
        house.databases.make_anew()


def restore(house, *words, key="recovery-key.txt"):
    return house.run("restore", "--recovery-key", house.folder / key, *going(words))


def going(words):
    """How the ledger goes on where a test does not say: nothing is left of it."""
    said = {"--check", "--newest", "--unchanged", "--without-newest"} & {str(word) for word in words}
    return words if said else (*words, "--without-newest")


@pytest.fixture(scope="module")
def house():
    house = House()
    house.environment["SAQTA_LEDGER_COPY"] = str(house.folder / "ledger-copy")
    yield house.start()
    house.remove()


@pytest.fixture(scope="module")
def guide(house):
    return Guide("backup.md", beside(house))


@pytest.fixture(scope="module")
def story(house, guide, specimens):
    """People register, a backup is made while more come, the machine is lost, and the backup is put back."""
    octets = (specimens / "back.jpg").read_bytes()
    told = guide.run("Once: the recovery key")
    assert "Keep it away from this machine" in told
    key = (house.folder / "recovery-key.txt").read_text()
    assert "AGE-SECRET-KEY-1" in key and "AGE-SECRET-KEY-1" not in "".join(
        file.read_text() for file in house.keys.iterdir())
    before = [Somebody(house, number, octets if number < WITH_SCANS else None) for number in range(PERSONS)]
    for somebody in before:
        somebody.remember()
    marks = query(house, MARKS)
    # An index that is lost, and one that holds what is nobody's.
    travel(house, "UPDATE document_mark SET subject_id = document")
    erased, witness = Somebody(house, 90), Somebody(house, 91).remember()
    erased.caller.end()
    crowd = Crowd(house)
    until(lambda: len(crowd.times) > 20, seconds=60, what="a crowd")
    acknowledged, began = len(crowd.times), time.monotonic()
    backed_up = guide.run("Every night")
    ended = time.monotonic()
    checked = guide.run("Every month: is it readable?") + guide.run("Every month: would it work?")
    crowd.stop()
    during = sum(began < moment < ended for moment in crowd.times)
    assert during > 0, "nobody registered while the backup was made"
    assert "AGE-SECRET-KEY-1" not in house.said() + backed_up

    kept = house.folder / "kept"
    shutil.copytree(house.folder / "backups", kept)
    lose_everything(house)
    guide.run("Restore")
    restored = rows(house)
    house.start()
    return {"marks": marks, "before": before, "erased": erased, "crowd": acknowledged, "checked": checked, "restored": restored,
            "kept": kept, "witness": witness}


def test_everything_acknowledged_before_is_there_and_readable(house, story):
    for somebody in story["before"]:
        somebody.is_back(house)
    assert rows(house)["registration"] >= PERSONS + story["crowd"]
    sound(house)


def test_documents_are_found_again_by_what_they_hold_whatever_the_index_held(house, story):
    assert len(story["marks"]) >= WITH_SCANS and query(house, MARKS) == story["marks"]


def test_nobody_is_still_signed_in(house, story):
    for somebody in story["before"]:
        somebody.caller.close()
        assert somebody.caller.account() is None
    assert story["restored"]["session"] == story["restored"]["code"] == 0


def test_who_was_erased_before_the_backup_stays_erased(house, story):
    erased = story["erased"]
    caller = Caller(house)
    caller.ask("GET", "/ru/sign-in")
    caller.form("/ru/sign-in", address=erased.email, how="code")
    # The answer is the same for everybody. By the time that a later code has come, none has come to who is not there.
    story["witness"].is_back(house)
    assert house.messages(erased.email) == []


def test_life_goes_on_after_it(house, story, specimens):
    # Jobs are held since the restore until two administrators release them, as ReleaseTests show; here nobody is one.
    assert "\nsaqta_work_held 1\n" in Caller(house).ask("GET", "/metrics")[2]
    assert "mail, SMS and jobs stand still" in house.run("doctor").stdout
    travel(house, "DELETE FROM work_hold")
    somebody = Somebody(house, 95, (specimens / "back.jpg").read_bytes()).remember()
    somebody.caller.send()
    somebody.is_back(house)
    sound(house)


def test_the_backup_is_checked_without_writing(house, story):
    assert "both sets are whole and fit each other" in story["checked"]
    assert "none comes back" in story["checked"] and "ok; nothing of the copy is left" in story["checked"]
    answer = restore(house, "--from", story["kept"], "--check", "--key", house.ledger_key)
    assert answer.returncode == 0, answer


def test_the_guide_moves_the_house_and_opens_it_without_saqta(house, guide, story):
    house.end()
    # On another machine there are other databases, or files.
    elsewhere = {"SAQTA_DATABASE": "", "SAQTA_KEY_DATABASE": ""}
    try:
        back_up, *commands = guide.blocks["Move to another machine"][0].splitlines()
        assert guide.shell(back_up).returncode == 0
        answer = guide.shell("\n".join(commands), **elsewhere)
        assert answer.returncode == 0, answer
        guide.done.append("Move to another machine")
        moved = house.folder / "new-machine"
        for name in ("saqta.sqlite", "keys.sqlite", "checkpoint"):
            assert (moved / "data" / name).exists()
        guide.run("Without Saqta")
        opened = house.folder / "opened"
        answer = guide.shell(
            "saqta ledger verify", SAQTA_DATA=str(opened / "data"), SAQTA_KEYS=str(opened / "keys"), **elsewhere)
        assert answer.returncode == 0, answer
    finally:
        house.start()
    assert guide.all_done
