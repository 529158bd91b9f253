"""Nothing that people do fails because the server is stopped and started, or because the certificate is renewed."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
import uuid

import pytest

from certificates import Authority
from front import Caddy, OwnTLS
from house import BINARY, House, until
from plain import Caller
from stores import rows

# So many at a time, and so many restarts under them.
CROWD = int(os.environ.get("SAQTA_RESTART_CROWD", "16"))
RESTARTS = int(os.environ.get("SAQTA_RESTARTS", "3"))


# A request that is read to its end before it is answered, without its end.
HALF = (b"POST /ru/verify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        b"Content-Length: 12\r\n\r\n")


class Socketed(House):
    """A server whose socket belongs to the manager of services, as systemd's does: it listens while the server is not."""

    def __init__(self, **settings):
        super().__init__(**settings)
        self.door = socket.create_server(("127.0.0.1", self.port), backlog=1024)

    def command(self):
        # The number of the process is known once it is one: the shell becomes the server.
        return ["sh", "-c", 'LISTEN_PID=$$ exec "$0" serve', BINARY]

    def start(self):
        begins = self.log.stat().st_size if self.log.exists() else 0
        environment = self.environment | {"LISTEN_FDS": "1", "LISTEN_FDNAMES": "site"}
        door = self.door.fileno()

        def inherit():
            os.dup2(door, 3)
            os.set_inheritable(3, True)

        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command(), cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, preexec_fn=inherit, pass_fds=(3,))

        def listens():
            assert self.process.poll() is None, f"the server ended: {self.said()[-2000:]}"
            return b"Saqta listens on " in self.log.read_bytes()[begins:]

        until(listens, seconds=60, what="the server")
        return self

    def restart(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(30) == 0, self.said()[-2000:]
        self.start()

    def remove(self):
        super().remove()
        self.door.close()


class Crowd:
    """People who do one thing after another until they are told to stop; whatever fails is kept."""

    def __init__(self, act, size):
        self.act, self.failures, self.done = act, [], 0
        self.is_over, self.lock = threading.Event(), threading.Lock()
        self.threads = [threading.Thread(target=self.run, args=(number,)) for number in range(size)]
        for thread in self.threads:
            thread.start()

    def run(self, number):
        state = {}
        while not self.is_over.is_set():
            try:
                self.act(number, state)
                with self.lock:
                    self.done += 1
            except Exception as failure:  # noqa: BLE001
                with self.lock:
                    self.failures.append(repr(failure))
                state = {}

    def has_done(self, more):
        least = self.done + more
        until(lambda: self.done >= least or self.failures, seconds=120, what="the crowd")

    def end(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join(120)
        assert not self.failures, (len(self.failures), self.done, self.failures[:5])
        return self.done


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def test_a_restart_loses_no_request_and_no_registration():
    house = Socketed().start()
    registered = []

    def act(number, state):
        """A page over a connection that is kept, or a whole beginning of a registration over it."""
        caller = state.setdefault("caller", Caller(house))
        if number % 2:
            status, _, text = caller.ask("GET", "/ru/policy")
            assert status == 200 and text.rstrip().endswith("</html>"), status
        else:
            caller.cookies, caller.token = {}, None
            caller.begin(uuid.uuid4().hex, "Көпбай")
            registered.append(caller.account())

    try:
        crowd = Crowd(act, CROWD)
        for _ in range(RESTARTS):
            crowd.has_done(50)
            house.restart()
        crowd.has_done(50)
        done = crowd.end()
        assert None not in registered and len(set(registered)) == len(registered)
        assert rows(house)["registration"] == len(registered)
        print(f"{done} acts, {len(registered)} registrations, {RESTARTS} restarts, none failed")
        answer = house.run("ledger", "verify")
        assert answer.returncode == 0, answer
    finally:
        house.remove()


def test_a_restart_behind_caddy_loses_no_request_without_a_manager_of_services(authority):
    front = Caddy(authority).start()

    def act(_, state):
        connection = state.setdefault("connection", front.connect())
        connection.request("GET", "/ru/policy")
        answer = connection.getresponse()
        text = answer.read()
        assert answer.status == 200 and text.rstrip().endswith(b"</html>"), answer.status

    try:
        crowd = Crowd(act, CROWD // 2)
        for _ in range(RESTARTS):
            crowd.has_done(50)
            front.house.end()
            front.house.start()
        crowd.has_done(50)
        crowd.end()
    finally:
        front.remove()


def test_a_stop_lets_what_runs_come_to_its_end():
    house = House().start()
    try:
        # A request of which half has come: the server waits for the rest of it.
        slow = socket.create_connection(("127.0.0.1", house.port))
        slow.sendall(HALF)
        idle = socket.create_connection(("127.0.0.1", house.port))
        idle.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert idle.recv(4_096).startswith(b"HTTP/1.1 200")
        house.process.send_signal(signal.SIGTERM)
        # The connection that does nothing is closed without a word.
        idle.settimeout(10)
        assert idle.recv(4_096) == b""
        assert house.process.poll() is None
        slow.sendall(b"--b--\r\n     ")
        slow.settimeout(10)
        answer = b""
        while octets := slow.recv(65_536):
            answer += octets
        assert answer.startswith(b"HTTP/1.1 4") and b"\r\nconnection: close\r\n" in answer.lower(), answer[:300]
        assert house.process.wait(20) == 0
    finally:
        house.remove()


def test_what_never_ends_does_not_keep_the_server_from_stopping():
    house = House().start()
    try:
        slow = socket.create_connection(("127.0.0.1", house.port))
        slow.sendall(HALF)
        assert Caller(house).ask("GET", "/health")[0] == 200
        begun = time.monotonic()
        house.process.send_signal(signal.SIGTERM)
        assert house.process.wait(30) == 0
        assert 15 < time.monotonic() - begun < 28
        slow.close()
    finally:
        house.remove()


def serial(front):
    """The number of the certificate that is shown now."""
    with socket.create_connection(("127.0.0.1", front.port), timeout=20) as raw:
        with front.authority.context.wrap_socket(raw, server_hostname=front.name) as shown:
            return int(shown.getpeercert()["serialNumber"], 16)


def put(front, certificate, key):
    """As certbot does: the one file after the other."""
    for source, target in ((certificate, front.certificate), (key, front.key)):
        fresh = target.with_suffix(".new")
        shutil.copy(source, fresh)
        os.chmod(fresh, 0o600)
        os.replace(fresh, target)


def test_a_renewed_certificate_comes_into_use_without_a_request_or_a_connection_lost(authority):
    front = OwnTLS(authority).start()
    kept = front.connect()

    def page(connection):
        connection.request("GET", "/ru/policy")
        answer = connection.getresponse()
        assert answer.status == 200 and answer.read().rstrip().endswith(b"</html>")

    def act(number, state):
        connection = front.connect() if number % 2 else state.setdefault("connection", front.connect())
        page(connection)
        if number % 2:
            connection.close()

    try:
        page(kept)
        line = kept.sock
        crowd = Crowd(act, CROWD // 2)
        assert serial(front) == front.serial
        for kind in ("ec", "rsa"):
            certificate, key, number = authority.issue(front.name, kind=kind)
            crowd.has_done(30)
            put(front, certificate, key)
            front.house.process.send_signal(signal.SIGHUP)
            until(lambda: serial(front) == number, seconds=10, what="the new certificate")
            crowd.has_done(30)
        # Without a signal it comes within seconds as well.
        certificate, key, number = authority.issue(front.name)
        put(front, certificate, key)
        until(lambda: serial(front) == number, seconds=25, what="the new certificate")
        crowd.end()
        page(kept)
        assert kept.sock is line, "the connection that was kept was cut"

        # What is not a pair, is unreadable or can be read by others stays out of use, and the log says why.
        other, _, _ = authority.issue(front.name)
        good = front.certificate.read_bytes()
        for spoil in (lambda: shutil.copy(other, front.certificate),
                      lambda: front.certificate.write_text("no certificate"),
                      lambda: front.certificate.unlink(),
                      lambda: (front.certificate.write_bytes(good), os.chmod(front.key, 0o644))):
            said = front.house.said().count("the last one stays in use")
            spoil()
            front.house.process.send_signal(signal.SIGHUP)
            until(lambda: front.house.said().count("the last one stays in use") > said, what="the word of it")
            assert serial(front) == number
            front.certificate.write_bytes(good)
        os.chmod(front.key, 0o600)
        assert b"PRIVATE KEY" not in front.house.log.read_bytes()
    finally:
        front.remove()


def test_a_key_that_others_can_read_is_refused_at_the_start(authority):
    front = OwnTLS(authority)
    try:
        os.chmod(front.key, 0o644)
        answer = front.house.run("serve")
        assert answer.returncode != 0 and "can be read by others" in answer.stderr, answer
    finally:
        front.remove()
