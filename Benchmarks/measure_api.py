"""Registration and permitted read by the API, on both engines."""

import glob
import re
import subprocess
import tempfile

from figures import Sample
from postgres import Databases
from service import ROOT, Service, beside, speed

CLIENTS = 64
# A table and an index; what pgbench inserts is about as long as an entry.
TABLE = "CREATE TABLE IF NOT EXISTS one (id BIGSERIAL PRIMARY KEY, entry BYTEA NOT NULL, at BIGINT NOT NULL)"
INSERT = "INSERT INTO one (entry, at) VALUES (decode(repeat('5a', 400), 'hex'), 1);\n"


def sqlite(seconds):
    service = Service()
    try:
        service.start().connect(CLIENTS)
        with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
            rows = beside("rows", "--folder", folder, "--seconds", seconds, "--clients", CLIENTS)
        yield from both(service, "sqlite", seconds, rows, {
            "registration": (rows["registration"]["rate"], 0.35), "read": (rows["read with evidence"]["rate"], 0.35)})
    finally:
        service.remove()


def postgres(cluster, seconds):
    databases, plain = Databases(cluster), Databases(cluster)
    service = Service(databases)
    try:
        service.start().connect(CLIENTS)
        rows = beside("rows", "--postgres", plain.address("saqta"), "--seconds", seconds, "--clients", CLIENTS)
        inserts = pgbench(cluster, seconds)
        yield from both(service, "postgres", seconds, rows, {"registration": (inserts, 0.5), "read": (inserts, 0.5)})
    finally:
        service.remove()
        databases.remove()
        plain.remove()


def both(service, engine, seconds, rows, bars):
    """Against the reference of the bar, and then against what else tells where time goes, without a bar."""
    against = "its rows by the driver" if engine == "sqlite" else "pgbench’s single rows"
    told = service.load("register", CLIENTS, seconds)
    reference, bar = bars["registration"]
    yield Sample(f"registration / {against}", engine, CLIENTS, **speed(told), reference=reference, bar=bar)
    if engine == "postgres":
        yield Sample("registration / its rows by the driver", engine, CLIENTS, **speed(told),
                     reference=rows["registration"]["rate"])
    told = service.load("read", CLIENTS, seconds, service.register(200))
    reference, bar = bars["read"]
    against = "its evidence by the driver" if engine == "sqlite" else against
    yield Sample(f"permitted read / {against}", engine, CLIENTS, **speed(told), reference=reference, bar=bar)
    if engine == "postgres":
        yield Sample("permitted read / its evidence by the driver", engine, CLIENTS, **speed(told),
                     reference=rows["read with evidence"]["rate"])
    yield Sample("permitted read / a read without evidence", engine, CLIENTS, **speed(told),
                 reference=rows["read without evidence"]["rate"])


def pgbench(cluster, seconds):
    """Single rows a second that 16 clients insert."""
    with cluster.open() as admin:
        admin.execute(TABLE)
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(INSERT)
        script.flush()
        out = subprocess.run(
            [sorted(glob.glob("/usr/lib/postgresql/*/bin/pgbench"))[-1], "-h", "127.0.0.1", "-p", cluster.port, "-U",
             "saqta", "-n", "-M", "prepared", "-f", script.name, "-c", "16", "-j", "1", "-T",
             str(max(1, round(seconds))), "postgres"], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"^tps = ([\d.]+)", out, re.M)[1])
