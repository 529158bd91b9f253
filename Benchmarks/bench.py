#!/usr/bin/env python3
"""Measures a server started for it, from other processes, next to the same rows written by the same driver.

Prints a table and writes .build/bench.json. Everything stands in one run: ratios mean something, single figures do not.
"""
import json, os, re, shutil, subprocess, sys, tempfile, threading, time, urllib.parse
from http.client import HTTPConnection

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.environ.get("SAQTA_BIN", os.path.join(TOP, ".build", "release"))
SECONDS = float(os.environ.get("SECONDS_EACH", "4"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
CLIENTS = [1, 16, 64]
LEDGER_ENTRIES = int(os.environ.get("LEDGER_ENTRIES", "10000000"))


class Visitor:
    """A browser without scripts: keeps cookies and the form's token."""

    def __init__(self, port):
        self.port, self.cookies = port, {}
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def send(self, method, path, body=None, kind="application/x-www-form-urlencoded", **more):
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", "Origin": f"http://127.0.0.1:{self.port}", **more}
        if body is not None:
            headers["Content-Type"] = kind
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.read().decode("utf-8", "replace"), answer.headers

    def token(self, path):
        status, page, _ = self.send("GET", path)
        found = re.search(r'name="form-token"[^>]*value="([0-9a-f]+)"', page) or re.search(r'value="([0-9a-f]+)"[^>]*name="form-token"', page)
        if not found:
            sys.exit(f"no form on {path}: {status}")
        return found.group(1)

    def begin(self, token):
        fields = dict(**{"form-token": token}, family="Bench", given="Invented", patronymic="", declaration="yes", consent="yes",
                      answer="yes", edition="1", submission=os.urandom(16).hex())
        status, _, headers = self.send("POST", "/en/register/consent", urllib.parse.urlencode(fields))
        if status != 303:
            sys.exit(f"registration answered {status}")


class Server:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(dir=os.path.join(TOP, ".build"))
        environment = dict(os.environ, SAQTA_PORT="0", SAQTA_DATA=self.folder + "/data", SAQTA_KEYS=self.folder + "/keys",
                           SAQTA_POLICY=os.path.join(TOP, "policies", "cantra"), SAQTA_OWN_ACTS_A_MINUTE="100000000",
                           SAQTA_OWN_ACTS_A_DAY="1000000000", SAQTA_CONNECTIONS_PER_SOURCE="2000",
                           **{"SAQTA_FLOOD_" + name: "1000000000" for name in (
                               "PAGES", "PAGES_A_MINUTE", "COSTLY", "COSTLY_A_MINUTE")})
        self.process = subprocess.Popen([BIN + "/saqta", "serve"], env=environment, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listens on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found.group(1))
                return self
        sys.exit("the server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        shutil.rmtree(self.folder)


def wrk(script, clients, url, **environment):
    out = subprocess.run(["wrk", "-t1", f"-c{clients}", f"-d{SECONDS:.0f}s", "-s", os.path.join(TOP, "Benchmarks", script), url],
                         env=dict(os.environ, **environment), capture_output=True, text=True, check=True).stdout
    result = json.loads(re.search(r"RESULT (.*)", out).group(1))
    if result["errors"]:
        sys.exit(f"{script}: {result['errors']} errors\n{out}")
    return dict(rate=result["done"] / (result["us"] / 1e6), p50_ms=result["p50_ms"], p99_ms=result["p99_ms"])


def forms(server, clients):
    visitor = Visitor(server.port)
    token = visitor.token("/en/register/name")
    origin = f"http://127.0.0.1:{server.port}"
    return wrk("register.lua", clients, origin + "/en/register/consent", TOKEN=token, COOKIE=visitor.cookie, EDITION="1",
               ORIGIN=origin)


def reads(server, clients):
    visitor = Visitor(server.port)
    visitor.begin(visitor.token("/en/register/name"))
    token = visitor.token("/en/account/data")
    origin = f"http://127.0.0.1:{server.port}"
    body = urllib.parse.urlencode({"form-token": token, "field": "1"})
    return wrk("read.lua", clients, origin + "/en/account/data", COOKIE=visitor.cookie, ORIGIN=origin, BODY=body)


def scans(server, clients):
    """Form and a scan of 1 MB, taken when the server has it sealed and durable; pages are made meanwhile."""
    scan = b"\xff\xd8\xff\xe0" + os.urandom(1_000_000) + b"\xff\xd9"
    times, refused, lock, end = [], [], threading.Lock(), time.monotonic() + SECONDS

    def work():
        visitor = Visitor(server.port)
        token = visitor.token("/en/register/name")
        while time.monotonic() < end and not refused:
            start = time.monotonic()
            visitor.begin(token)
            boundary = os.urandom(8).hex()
            part = f'--{boundary}\r\nContent-Disposition: form-data; name="%s"'
            body = (part % "form-token" + f"\r\n\r\n{token}\r\n").encode()
            body += (part % "file" + '; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n').encode() + scan
            body += f"\r\n--{boundary}--\r\n".encode()
            status, page, _ = visitor.send("POST", "/en/register/documents/identity_document", body,
                                           f"multipart/form-data; boundary={boundary}")
            if status != 303:
                refused.append(f"upload answered {status}")
                return
            with lock:
                times.append((time.monotonic() - start) * 1000)

    begin = time.monotonic()
    threads = [threading.Thread(target=work) for _ in range(clients)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    if refused:
        sys.exit(refused[0])
    times.sort()
    return dict(rate=len(times) / (time.monotonic() - begin), p50_ms=times[len(times) // 2], p99_ms=times[int(len(times) * 0.99)])


def rows():
    with tempfile.TemporaryDirectory(dir=os.path.join(TOP, ".build")) as folder:
        out = subprocess.run([BIN + "/saqta-bench", "rows", "--folder", folder, "--seconds", str(SECONDS), "--clients",
                              *map(str, CLIENTS)], capture_output=True, text=True, check=True).stdout
    return {(row["name"], row["clients"]): row for row in map(json.loads, out.splitlines())}


def ledger():
    """Proofs in a tree of 10 million entries, and the root from entries in memory, on one core each; bars of their own."""
    with tempfile.TemporaryDirectory(dir=os.path.join(TOP, ".build")) as folder:
        out = subprocess.run([BIN + "/saqta-bench", "ledger", "--folder", folder, "--seconds", str(SECONDS), "--entries",
                              str(LEDGER_ENTRIES)], capture_output=True, text=True, check=True).stdout
    return {row["name"]: row for row in map(json.loads, out.splitlines())}


def ledger_table(rounds):
    table = []
    for name, title, measure, unit, bar, holds in [
        ("ledger proof", f"ledger proof, {LEDGER_ENTRIES:,} entries", "p99_ms", "ms", 1, lambda value, bar: value < bar),
        ("root from bundles", "root from bundles in memory", "rate", "entries/s", 1_000_000, lambda value, bar: value >= bar),
    ]:
        runs = sorted((one[name] for one in rounds), key=lambda run: run[measure])
        own = runs[len(runs) // 2]
        table.append(dict(name=title, engine="sqlite", clients=1, rate=own["rate"], unit=unit, p50_ms=own["p50_ms"],
                          p99_ms=own["p99_ms"], reference=None, ratio=None, bar=bar, holds=holds(own[measure], bar),
                          value=own[measure], min=runs[0][measure], max=runs[-1][measure]))
    return table


def main():
    figures = {}
    # The tree is made anew in each round: its making is what takes long.
    proofs = [ledger() for _ in range(ROUNDS)]
    for _ in range(ROUNDS):
        reference = rows()
        with Server() as server:
            for clients in CLIENTS:
                for name, measure, against in [
                    ("registration, form only", forms, "rows of a registration"),
                    ("registration with a scan of 1 MB", scans, "rows of a registration"),
                    ("permitted read", reads, "rows of a permitted read"),
                ]:
                    figures.setdefault((name, clients, against), []).append((measure(server, clients), reference[against, clients]))
    table = []
    for (name, clients, against), runs in figures.items():
        runs.sort(key=lambda run: run[0]["rate"] / run[1]["rate"])
        own, base = runs[len(runs) // 2]
        ratios = [a["rate"] / b["rate"] for a, b in runs]
        table.append(dict(name=name, engine="sqlite", clients=clients, rate=own["rate"], unit="per s", p50_ms=own["p50_ms"],
                          p99_ms=own["p99_ms"], reference=against, reference_rate=base["rate"], ratio=own["rate"] / base["rate"],
                          min=ratios[0], max=ratios[-1]))
    bars = ledger_table(proofs)
    with open(os.path.join(TOP, ".build", "bench.json"), "w") as file:
        json.dump(table + bars, file, indent=1)
    print(f"{'what':34} {'clients':>7} {'per s':>9} {'p50 ms':>8} {'p99 ms':>8} {'rows/s':>9} {'ratio':>6}  min–max")
    for row in table:
        print(f"{row['name']:34} {row['clients']:7} {row['rate']:9.1f} {row['p50_ms']:8.2f} {row['p99_ms']:8.2f} "
              f"{row['reference_rate']:9.1f} {row['ratio']:6.3f}  {row['min']:.3f}–{row['max']:.3f}")
    for row in bars:
        print(f"{row['name']:42} {row['value']:12,.3f} {row['unit']:9}  bar {row['bar']:,} {'holds' if row['holds'] else 'MISSED'}  "
              f"{row['min']:,.3f}–{row['max']:,.3f}")


main()
