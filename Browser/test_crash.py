"""What was acknowledged is there, whatever happens to the server; what was not is whole or absent."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import pytest

from house import House, until
from plain import Caller, Refused
from stores import objects, query, sound, travel

CRASHES = int(os.environ.get("SAQTA_CRASHES", "20"))
CROWD = int(os.environ.get("SAQTA_CROWD", "120"))
# As many servers share the crashes.
LIVES = 4

# Rows of a registration without one of its other parts, and parts without their registration.
HALVES = {
    "registration without person": """
        SELECT count(*) FROM registration r LEFT JOIN subject s ON s.id = r.subject_id
        WHERE s.id IS NULL OR s.state <> 'living' OR length(s.record) = 0""",
    "person without registration": """
        SELECT count(*) FROM subject s LEFT JOIN registration r ON r.subject_id = s.id
        WHERE s.state = 'living' AND r.subject_id IS NULL""",
    "registration without entries": """
        SELECT count(*) FROM registration r
        WHERE (SELECT count(*) FROM own_entry e WHERE e.subject_id = r.subject_id) < 2""",
} | {
    name: sql for table in ("consent", "submission", "session") for name, sql in (
        (f"registration without {table}",
         f"SELECT count(*) FROM registration WHERE subject_id NOT IN (SELECT subject_id FROM {table})"),
        (f"{table} without registration",
         f"SELECT count(*) FROM {table} WHERE subject_id NOT IN (SELECT subject_id FROM registration)"))}


@pytest.fixture
def house():
    house = House().start()
    yield house
    house.remove()


def whole(house):
    for fault, sql in HALVES.items():
        assert query(house, sql)[0][0] == 0, fault
    keys = {row[0] for row in query(house, "SELECT subject_id FROM subject_key", name="keys")}
    assert {row[0] for row in query(house, "SELECT subject_id FROM registration")} <= keys


def subject(house, caller):
    return query(house, "SELECT subject_id FROM session WHERE digest = ?", caller.session)[0][0]


class Applicant:
    """Somebody in the crowd, with the first form filled in."""

    def __init__(self, house, number):
        self.caller, self.submission = Caller(house), os.urandom(16).hex()
        self.family = f"Апатов{'абвгд'[number % 5]}{'ежзик'[number // 5 % 5]}"
        self.acknowledged = False
        self.caller.ask("GET", "/ru/register/name")

    def begin(self):
        try:
            self.caller.begin(self.submission, self.family)
            self.acknowledged = True
        except (OSError, Refused, HTTPException):
            pass
        self.caller.close()

    def is_readable(self):
        return self.caller.names() == self.family

    def is_the_same_again(self, house):
        """Sends the form once more from the browser that has not heard the answer, or heard it and forgot."""
        again = self.caller.same_browser()
        again.begin(self.submission, self.family)
        is_same = (
            subject(house, again) == subject(house, self.caller) if self.acknowledged else again.names() == self.family)
        again.close()
        self.caller.close()
        return is_same


class Uploader:
    """Somebody who has sent one scan and is in the middle of sending another."""

    def __init__(self, house, whole, cut):
        self.caller = Caller(house)
        self.caller.begin(os.urandom(16).hex(), "Жүктеуов")
        self.caller.upload(whole, kind="address_proof")
        self.cut, self.upload = cut, self.caller.announce(len(cut), kind="address_proof")
        self.subject = subject(house, self.caller)
        self.thread = threading.Thread(target=self.send, daemon=True)
        self.thread.start()

    def send(self):
        try:
            self.caller.append(self.upload, self.cut, piece=4_096, pause=0.02)
        except (OSError, HTTPException):
            pass
        self.caller.close()

    def objects(self, house):
        return {row[0] for row in query(
            house, """
            SELECT blob FROM document WHERE subject_id = ?1 AND blob IS NOT NULL
            UNION SELECT image FROM page WHERE subject_id = ?1 UNION SELECT thumbnail FROM page WHERE subject_id = ?1
            """, self.subject)}

    def finish(self):
        """Goes on from the octets that the server has, and sends the rest."""
        offset = self.caller.reached(self.upload)
        assert offset is not None and offset <= len(self.cut)
        # Where no octet is missing, asking for the offset has made the document.
        assert offset == len(self.cut) or self.caller.append(self.upload, self.cut, offset=offset)[0] == 204
        self.caller.close()


# Kills a process as soon as its log of the database has been written to so many times: before those who wrote are answered.
WATCH = """
import os, sys
pid, path, left, last = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), None
print(flush=True)
while left:
    now = os.stat(path).st_mtime_ns
    left -= last is not None and now != last
    last = now
os.kill(pid, 9)
"""


def crash(house, crowd, threads, answers=None, writes=None):
    """Sends all first forms at once; kills the server after so many answers, or so many writes of its database."""
    together, count, lock = threading.Barrier(len(crowd) + 1), 0, threading.Lock()

    def begin(one):
        nonlocal count
        together.wait(60)
        one.begin()
        with lock:
            count += one.acknowledged
            if one.acknowledged and count == answers:
                house.process.send_signal(signal.SIGKILL)

    tasks = [threads.submit(begin, one) for one in crowd]
    if writes:
        path = house.data / "saqta.sqlite-wal"
        watch = subprocess.Popen(
            [sys.executable, "-c", WATCH, str(house.process.pid), path, str(writes)], stdout=subprocess.PIPE)
        watch.stdout.readline()
    together.wait(60)
    for task in tasks:
        task.result()
    house.process.wait(20)
    if writes:
        watch.communicate(timeout=20)


@pytest.mark.parametrize("life", range(LIVES))
def test_registrations_survive_kill_9_whole_or_not_at_all(house, specimens, life):
    scan, cut = (specimens / "back.jpg").read_bytes(), (specimens / "photo.jpg").read_bytes()
    kept, lost, threads, few = [], set(), ThreadPoolExecutor(CROWD), ThreadPoolExecutor(16)
    unanswered, absent = 0, 0
    for time in range(life, CRASHES, LIVES):
        uploaders = [Uploader(house, scan, cut) for _ in range(2)]
        crowd = list(threads.map(lambda number: Applicant(house, number), range(CROWD)))
        before = query(house, "SELECT count(*) FROM registration")[0][0]
        # Different moments of the crowd are hit, from the first answer to nearly the last.
        if time // LIVES % 2:
            crash(house, crowd, threads, answers=max(1, CROWD * time // CRASHES))
        else:
            crash(house, crowd, threads, writes=1 + CROWD * time // 40)
        acknowledged = [one for one in crowd if one.acknowledged]

        # One of the two has left the draft for as long as the policy keeps it.
        left, stays = uploaders
        left.thread.join(), stays.thread.join()
        lying, abandoned = objects(house), left.objects(house)
        assert len(abandoned & lying) >= 2
        travel(house, "UPDATE registration SET due_at = 1 WHERE subject_id = ?", left.subject)
        travel(house, "UPDATE document SET busy_until = 0")
        house.start()
        until(lambda: not objects(house) & abandoned, what="the end of the files of an abandoned draft")
        lost |= abandoned
        kept.append(stays)
        check_files(house, lying - abandoned, kept)

        begun = query(house, "SELECT count(*) FROM registration")[0][0] + 1 - before
        assert len(acknowledged) <= begun <= CROWD
        whole(house)
        assert all(few.map(lambda one: one.is_readable(), acknowledged)), "an acknowledged registration is gone"
        # Sent again, each of them is one registration: the same one, when the answer alone was lost.
        assert all(few.map(lambda one: one.is_the_same_again(house), crowd))
        assert query(house, "SELECT count(*) FROM registration")[0][0] == before - 1 + CROWD
        whole(house)
        sound(house)
        print(f"crash {time}: {len(acknowledged)} of {CROWD} acknowledged, {begun} whole")
        unanswered, absent = unanswered + begun - len(acknowledged), absent + CROWD - begun
    threads.shutdown()
    few.shutdown()
    for one in kept:
        one.finish()
    until(lambda: all(one.caller.is_read() for one in kept), seconds=300, pause=2, what="the reading")
    states = query(house, "SELECT DISTINCT state FROM document")
    assert states == [("ready",)], states
    check_files(house, set(), kept)
    assert not objects(house) & lost
    sound(house)


def check_files(house, lying, uploaders):
    """Every file that lay there lies there, each is known by a row, and no document has lost its own."""
    found = objects(house)
    assert lying <= found, "a file is gone that nobody gave up"
    known = {row[0] for row in query(
        house, """
        SELECT blob FROM document WHERE blob IS NOT NULL UNION SELECT image FROM page UNION SELECT thumbnail FROM page
        UNION SELECT blob FROM blob_abandoned""")}
    assert found <= known, "a file is there that no row knows"
    for one in uploaders:
        received = query(
            house, "SELECT blob FROM document WHERE subject_id = ? AND state <> 'receiving'", one.subject)
        assert received and {row[0] for row in received} <= found
