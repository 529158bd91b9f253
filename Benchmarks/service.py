"""A server that is measured: on fresh folders or databases, with no limit that would be what is measured."""

import hashlib
import http.client
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import threading
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILT = pathlib.Path(os.environ.get("SAQTA_BUILT", ROOT / ".build" / "release"))
sys.path.insert(0, str(ROOT / "Browser"))
os.environ["SAQTA_BINARY"] = str(BUILT / "saqta")

from house import House  # noqa: E402
from programme import Programme  # noqa: E402

MOST = 1_000_000_000
LIMITS = {name: MOST for name in (
    "CLIENT_ACTS_A_MINUTE", "CLIENT_ACTS_A_DAY", "CLIENT_LOOKUPS_A_MINUTE", "CLIENT_LOOKUPS_A_DAY", "OWN_ACTS_A_MINUTE",
    "OWN_ACTS_A_DAY", "FLOOD_PAGES", "FLOOD_PAGES_A_MINUTE", "FLOOD_COSTLY", "FLOOD_COSTLY_A_MINUTE")}
NAMES = {"family_name": "Bench", "given_name": "Invented"}


class Service(House):
    def __init__(self, databases=None):
        super().__init__(databases, **LIMITS)

    def connect(self, count):
        """Connects `count` programmes; `bearers` are their keys. The budget of one is one row, which would be what is measured."""
        first = Programme(self, name="bench")
        self.body, self.bearers = first.registration("first@example.kz", **NAMES), [first.key]
        for number in range(1, count):
            key = os.urandom(32)
            self.bearers.append(f"saqta_{key.hex()}")
            self.change(
                "INSERT INTO client (id, name, digest, purposes, fields, vouched, added_at)"
                " SELECT ?1, ?2, ?3, purposes, fields, vouched, added_at FROM client WHERE name = 'bench'",
                os.urandom(16), f"bench-{number}", hashlib.sha256(key).digest())
        return self

    def change(self, sql, *values):
        if self.databases:
            return self.databases.query(sql, values)
        base = sqlite3.connect(self.data / "saqta.sqlite", timeout=20)
        with base:
            found = base.execute(sql, values).fetchall()
        base.close()
        return found

    def register(self, count):
        """People with e-mail and telephone. Returns their identifiers."""
        found, lock = [], threading.Lock()

        def some(key):
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            for _ in range(count // 8):
                email = f"r{uuid.uuid4().hex[:12]}@example.kz"
                fields = self.body["fields"] | {"email": email, "telephone": "+77010000000"}
                line.request("POST", "/api/v1/subjects", json.dumps(self.body | {"fields": fields}), {
                    "Authorization": f"Bearer {key}", "Saqta-Purpose": "service", "Saqta-Case": "bench",
                    "Content-Type": "application/json", "Idempotency-Key": email})
                answer = line.getresponse()
                octets = answer.read()
                assert answer.status == 201, octets
                with lock:
                    found.append(json.loads(octets)["id"])

        threads = [threading.Thread(target=some, args=(self.bearers[place % len(self.bearers)],)) for place in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        assert len(found) == count // 8 * 8
        return found

    def load(self, mode, clients, seconds, subjects=()):
        """Requests of one kind over so many connections, by wrk. Returns rate and latencies."""
        (self.folder / "keys.txt").write_text("\n".join(self.bearers))
        (self.folder / "subjects.txt").write_text("\n".join(subjects))
        (self.folder / "body.txt").write_text(json.dumps(self.body))
        return wrk(ROOT / "Benchmarks" / "api.lua", self.site, clients, seconds, MODE=mode, FOLDER=str(self.folder),
                   RUN=uuid.uuid4().hex[:10])

    def memory(self, kind="Pss"):
        """MB (10⁶ octets) of the server's own memory: proportional set size."""
        told = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(rf"^{kind}:\s+(\d+) kB", told, re.M)[1]) * 1_024 / 1e6


def wrk(script, url, clients, seconds, **environment):
    out = subprocess.run(
        ["wrk", "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "30s", "-s", str(script), url],
        env=os.environ | environment, capture_output=True, text=True, check=True).stdout
    told = json.loads(re.search(r"RESULT (.*)", out)[1])
    assert not told["errors"], f"{environment.get('MODE', url)}: {told['errors']} errors\n{out[-2000:]}"
    return {"rate": told["done"] / (told["us"] / 1e6), "p50_ms": told["p50_ms"], "p99_ms": told["p99_ms"]}


def beside(*words):
    """What `saqta-bench` says, by the names of its figures."""
    out = subprocess.run([BUILT / "saqta-bench", *map(str, words)], capture_output=True, text=True, check=True).stdout
    return {line["name"]: line for line in map(json.loads, out.splitlines())}


def speed(told):
    return {name: told[name] for name in ("rate", "p50_ms", "p99_ms")}
