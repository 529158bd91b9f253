"""Several servers on one PostgreSQL: one is killed, one stands still, the database restarts, and nobody is lost or doubled."""

import io
import itertools
import os
import signal
import statistics
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import psycopg2
import pytest
from PIL import Image, ImageDraw

from house import House, until
from plain import Caller, Refused
from postgres import Cluster, Databases
from stores import query, rows, sound

CROWD = int(os.environ.get("SAQTA_PROCESSES_CROWD", "30"))
AT_ONCE = int(os.environ.get("SAQTA_PROCESSES_AT_ONCE", "15"))
# A request that a server does not answer for so long is given to another.
PATIENCE = 8


@pytest.fixture
def servers():
    cluster = Cluster.own()
    house = House(databases=Databases(cluster))
    servers = [house, house.twin(), house.twin()]
    try:
        yield servers
    finally:
        for server in servers[1:]:
            server.end()
        house.remove()
        cluster.remove()


def small_scan():
    """A picture of a card, which takes the reader no time: that is not what is tried here."""
    picture = Image.new("RGB", (480, 300), "#dfe6e2")
    ImageDraw.Draw(picture).rectangle((60, 80, 420, 220), fill="#31423f")
    octets = io.BytesIO()
    picture.save(octets, "JPEG", quality=60)
    return octets.getvalue()


class Visitor(Caller):
    """Somebody whose requests go to one server after the other, over a connection to each."""

    def __init__(self, servers, turn, took):
        super().__init__(servers[0])
        self.servers, self.turn, self.took = servers, turn, took
        self.connections = {}

    def ask(self, *request, **more):
        self.house = self.servers[next(self.turn) % len(self.servers)]
        port = self.house.port
        if port not in self.connections:
            self.connections[port] = type(self.connection)("127.0.0.1", port, timeout=PATIENCE)
        self.connection = self.connections[port]
        try:
            return super().ask(*request, **more)
        except (OSError, HTTPException):
            self.connections.pop(port).close()
            raise

    def close(self):
        for connection in self.connections.values():
            connection.close()

    def persist(self, name, step, is_done):
        """Does a step until it is acknowledged, or is seen to have been done although its answer was lost."""
        began = time.monotonic()
        try:
            return self.keep_on(step, is_done)
        finally:
            self.took[name].append(time.monotonic() - began)

    def keep_on(self, step, is_done):
        deadline = time.monotonic() + 240
        while True:
            try:
                return step()
            except (OSError, HTTPException, Refused, AssertionError):
                assert time.monotonic() < deadline, f"{step} was not done"
                time.sleep(0.5)
            try:
                if is_done():
                    return None
            except (OSError, HTTPException, Refused, psycopg2.OperationalError):
                pass

    def register(self, family, email, scan):
        submission = uuid.uuid4().hex
        self.persist("begin", lambda: self.begin(submission, family), lambda: False)
        self.persist("confirm", lambda: self.confirm(email, after=self.house.codes_sent(email)), self.is_confirmed)
        self.persist("upload", lambda: self.upload(scan), lambda: self.state_of_documents() is not None)
        self.persist("reading", lambda: until(self.is_read, seconds=200, pause=1, what="the reading"), lambda: False)
        self.persist("send", self.send, self.is_sent)

    def is_confirmed(self):
        found = query(self.house, """
            SELECT c.confirmed_at FROM contact c JOIN session s ON s.subject_id = c.subject_id
            WHERE s.digest = ? AND c.channel = 'email'""", self.session)
        return bool(found) and found[0][0] is not None

    def state_of_documents(self):
        found = query(self.house, """
            SELECT d.state FROM document d JOIN session s ON s.subject_id = d.subject_id
            WHERE s.digest = ? AND d.state <> 'receiving'""", self.session)
        return found[0][0] if found else None

    def is_sent(self):
        return query(self.house, """
            SELECT r.state FROM registration r JOIN session s ON s.subject_id = r.subject_id
            WHERE s.digest = ?""", self.session) == [("sent",)]


def test_three_servers_lose_and_double_nobody(servers):
    scan, turn, done = small_scan(), itertools.count(), itertools.count(1)
    took = {name: [] for name in ("begin", "confirm", "upload", "reading", "send")}
    # All at once, on databases that hold nothing yet.
    with ThreadPoolExecutor(3) as starting:
        list(starting.map(lambda server: server.start(), servers))
    marks = {CROWD * part // 4: threading.Event() for part in (1, 2, 3)}

    def register(number):
        visitor = Visitor(servers, turn, took)
        visitor.register("Көпсервер", f"kop{number}@example.kz", scan)
        count = next(done)
        if count in marks:
            marks[count].set()
        visitor.close()
        return visitor.session

    def disturb():
        first, second, third = (marks[mark] for mark in sorted(marks))
        assert first.wait(600 + CROWD)
        servers[1].restart(signal.SIGKILL)
        assert second.wait(600 + CROWD)
        servers[2].process.send_signal(signal.SIGSTOP)
        time.sleep(10)
        servers[2].process.send_signal(signal.SIGCONT)
        assert third.wait(600 + CROWD)
        servers[0].databases.cluster.stop()
        servers[0].databases.cluster.start()

    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as crowd, ThreadPoolExecutor(1) as aside:
        trouble = aside.submit(disturb)
        sessions = list(crowd.map(register, range(CROWD)))
        trouble.result()
    span = time.monotonic() - began
    print(f"{CROWD} registrations with a scan, {AT_ONCE} at a time: {span:.0f} s, {CROWD / span:.1f}/s; medians: "
          + ", ".join(f"{name} {statistics.median(times):.2f} s" for name, times in took.items()))
    house = servers[0]
    assert len(set(sessions)) == CROWD
    assert query(house, "SELECT state, count(*) FROM registration GROUP BY state") == [("sent", CROWD)]
    # Each address is one person's.
    assert query(house, "SELECT count(DISTINCT subject_id) FROM session") == [(CROWD,)]
    until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
    until(lambda: not query(house, "SELECT 1 FROM document WHERE state = 'received'"), seconds=200,
          what="the reading")
    for server in servers:
        figures = server_figures(server)
        assert figures["saqta_ledger_forked"] == 0, "a server has signed another tree"
        assert server.process.poll() is None
    # Each code went out once, whichever server sent it, but for those that were under way when one was killed.
    sent = [house.codes_sent(f"kop{number}@example.kz") for number in range(CROWD)]
    assert min(sent) >= 1 and sum(sent) <= CROWD + 3 * AT_ONCE, sum(sent)
    sound(house, seconds=120 + CROWD)


def server_figures(server):
    """The figures of `/metrics` that have no labels."""
    text = Caller(server).ask("GET", "/metrics")[2]
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#") and "{" not in line)
    return {name: float(value) for name, value in lines}
