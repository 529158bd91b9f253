"""A Saqta server of its own: started on a free port with fresh folders, ended by its process number."""

import copy
import email
import email.policy
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from postgres import Databases

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The engine on which servers keep their rows where a test asks for none: sqlite or postgres.
ENGINE = os.environ.get("SAQTA_BROWSER_ENGINE", "sqlite")
BINARY = os.environ.get("SAQTA_BINARY", str(ROOT / ".build" / "debug" / "saqta"))
GIVEN = set()


# All visitors of a test come from one address, and nobody else does.
PLENTY = {"FLOOD_PAGES": 1_000_000, "FLOOD_PAGES_A_MINUTE": 1_000_000, "FLOOD_COSTLY": 1_000_000,
          "FLOOD_COSTLY_A_MINUTE": 1_000_000, "CONNECTIONS_PER_SOURCE": 2_000, "IDLE_SECONDS": 3_600}


def free_port():
    """A port below those that outgoing connections take, so that a server that restarts finds it free again."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in GIVEN:
            GIVEN.add(port)
            return port


def until(find, seconds=30, pause=0.1, what="it"):
    """The first true answer of `find`; fails loudly when none comes in time."""
    deadline = time.monotonic() + seconds
    while True:
        found = find()
        if found:
            return found
        assert time.monotonic() < deadline, f"{what() if callable(what) else what} did not come within {seconds} s"
        time.sleep(pause)


class Letters:
    """Where letters arrive: `messages(address)` are the texts of those to an address, the oldest first."""

    def code(self, address, after=0):
        """The newest code sent to an address, once there are more than `after` messages to it."""
        def newest():
            texts = self.messages(address)
            codes = [re.search(r"(?<!\d)\d{6}(?!\d)", text) for text in texts]
            codes = [found[0] for found in codes if found]
            return codes[-1] if len(codes) > after else None

        return until(newest, what=f"a code to {address}")

    def codes_sent(self, address):
        return sum(1 for text in self.messages(address) if re.search(r"(?<!\d)\d{6}(?!\d)", text))


class Outbox(Letters):
    """What a server without a mail server writes into a folder; each file is read once, however many there are."""

    def __init__(self, folder):
        self.folder, self.known, self.texts, self.reading = folder, set(), {}, threading.Lock()

    def messages(self, address):
        with self.reading:
            names = {name for name in os.listdir(self.folder) if name[0] != "."} if self.folder.exists() else set()
            for name in names - self.known:
                self.read(self.folder / name)
            self.known |= names
            return [text for _, name, text in sorted(self.texts.get(address, [])) if name in names]

    def read(self, file):
        if file.suffix == ".eml":
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            to, text = mail["To"], mail.get_body(("plain",)).get_content()
        else:
            head, _, text = file.read_text().partition("\n\n")
            to = re.search(r"^To: (.*)$", head, re.M)[1]
        # Their names tell the second only.
        self.texts.setdefault(to.strip(), []).append((file.stat().st_mtime_ns, file.name, text))


class House(Letters):
    def __init__(self, databases=None, **settings):
        """`databases`: those of PostgreSQL; files among the data without them."""
        self.databases, self.owns_databases = databases, False
        if ENGINE == "postgres" and not databases:
            self.databases, self.owns_databases = Databases(), True
        if self.databases:
            settings = self.databases.settings() | settings
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-browser-"))
        self.data, self.keys, self.temporary = (self.folder / name for name in ("data", "keys", "temporary"))
        self.temporary.mkdir()
        # A copy, so that what somebody edits meanwhile is no new edition in the middle of a test.
        self.policy = pathlib.Path(shutil.copytree(ROOT / "policies", self.folder / "policies")) / "cantra"
        self.log = self.folder / "log"
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        own = {"DATA": self.data, "KEYS": self.keys, "POLICY": self.policy, "PORT": self.port,
               "SITE": self.site} | PLENTY | settings
        passed = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = passed | {"SAQTA_" + name: str(value) for name, value in own.items()}
        self.environment["TMPDIR"] = str(self.temporary)
        self.outbox = Outbox(self.data / "outbox")
        self.process = None
        self.has_begun = False
        # What the server says once it takes connections: another than the site's address behind a proxy.
        self.listens = self.site

    def hasten(self):
        """Before the start: a policy by which a decision takes effect after five seconds, for tests that wait for many."""
        file = self.policy / "policy.yml"
        text = file.read_text()
        assert text.count("  undo: 10 seconds") == 1
        file.write_text(text.replace("  undo: 10 seconds", "  undo: 5 seconds"))
        return self

    def start(self, pause=0.1):
        if not self.has_begun:
            # A server for real people needs leave for its first start, and for that alone.
            self.has_begun = True
            if {"SAQTA_REGION", "SAQTA_ADDRESS"} <= self.environment.keys():
                assert self.run("begin").returncode == 0
        begins = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve"], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT)

        def listens():
            assert self.process.poll() is None, f"the server ended: {self.said()[-2000:]}"
            return f"Saqta listens on {self.listens}" in self.log.read_bytes()[begins:].decode(errors="replace")

        until(listens, seconds=60, pause=pause, what="the server")
        return self

    def said(self):
        return self.log.read_text(errors="replace")

    def end(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                # A server gives up what still runs after 28 seconds.
                self.process.wait(40)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def restart(self, how=signal.SIGTERM):
        self.end(how)
        return self.start()

    def twin(self):
        """Another server of the same site, with the same databases, keys and data, on a port of its own."""
        twin = copy.copy(self)
        twin.port, twin.process, twin.owns_databases = free_port(), None, False
        twin.log = self.folder / f"log-{twin.port}"
        twin.listens = f"http://127.0.0.1:{twin.port}"
        twin.environment = self.environment | {"SAQTA_PORT": str(twin.port)}
        # Visitors come to it through something that passes the name of the site on.
        twin.proxied = {"Host": self.site.removeprefix("http://")}
        return twin

    def remove(self):
        self.end()
        if self.owns_databases:
            self.databases.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, seconds=120):
        """Another command of the programme with the settings of this server."""
        return subprocess.run(
            [BINARY, *map(str, words)], cwd=self.folder, env=self.environment, capture_output=True, text=True,
            timeout=seconds)

    @property
    def enrolment(self):
        """The link of the first administrator, as the server printed it."""
        return re.search(r"Enrol the first administrator \(once\): (\S+)", self.said())[1]

    @property
    def ledger_key(self):
        return re.search(r"Ledger key: (\S+)", self.said())[1]

    def messages(self, address):
        """The texts of all messages to an address, the oldest first."""
        if self.outbox.folder != self.data / "outbox":
            self.outbox = Outbox(self.data / "outbox")
        return self.outbox.messages(address)
