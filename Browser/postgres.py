"""PostgreSQL for the browser's tests: the server of the test run, or one of this run's own."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

import psycopg2

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "postgres.sh"


class Cluster:
    """A server; `told` is its connection string."""

    _shared = None

    def __init__(self, told, folder=None):
        self.told, self.folder = told.strip(), folder
        self.port = re.search(r"port=(\d+)", self.told)[1]

    @classmethod
    def own(cls):
        """One that a test may stop and start again."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-postgres-"))
        folder.chmod(0o755)
        return cls(cls.script("start", folder), folder)

    @classmethod
    def shared(cls):
        if not cls._shared:
            told = os.environ.get("SAQTA_TEST_POSTGRES")
            cls._shared = cls(told) if told else cls.own()
        return cls._shared

    @classmethod
    def end_shared(cls):
        if cls._shared and cls._shared.folder:
            cls._shared.remove()
        cls._shared = None

    def follower(self):
        """A standby of this server, for which its commits wait from now on."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-postgres-"))
        folder.chmod(0o755)
        follower = Cluster(self.script("follow", folder, self.folder), folder)
        with self.open() as admin:
            admin.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            admin.execute("SELECT pg_reload_conf()")
        return follower

    def promote(self):
        """Makes a standby the leader."""
        with self.open() as admin:
            admin.execute("SELECT pg_promote()")

    @staticmethod
    def script(word, *folders):
        return subprocess.run([SCRIPT, word, *folders], check=True, stdout=subprocess.PIPE, text=True).stdout

    def start(self):
        self.script("start", self.folder)

    def stop(self):
        self.script("stop", self.folder)

    @property
    def process(self):
        return int((self.folder / "cluster" / "postmaster.pid").read_text().split()[0])

    def kill(self):
        """As a machine ends that loses its power."""
        process = self.process
        os.kill(process, signal.SIGKILL)
        # Until then the script would take it for one that runs.
        while pathlib.Path(f"/proc/{process}").exists():
            time.sleep(0.05)

    def hang(self):
        """As a machine does whose disk no longer answers: its system still takes connections and what is sent."""
        self.signal(signal.SIGSTOP)

    def wake(self):
        self.signal(signal.SIGCONT)

    def signal(self, sign):
        parent = self.process
        os.kill(parent, sign)
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if f"\nPPid:\t{parent}\n" in (entry / "status").read_text():
                    os.kill(int(entry.name), sign)

    def remove(self):
        with contextlib.suppress(OSError):
            self.wake()
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def open(self, base="postgres"):
        connection = psycopg2.connect(self.told, dbname=base)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()


class Databases:
    """Rows and keys of one house, in two databases that two roles open."""

    def __init__(self, cluster=None):
        self.cluster = cluster or Cluster.shared()
        name = f"saqta_{uuid.uuid4().hex[:12]}"
        self.names = {"saqta": name, "keys": f"{name}_keys"}
        with self.cluster.open() as admin:
            for name in self.names.values():
                admin.execute(f"CREATE ROLE {name} LOGIN")
                admin.execute(f"CREATE DATABASE {name} OWNER {name}")

    def make_anew(self, *names):
        """Makes databases empty, of both kinds when none is named."""
        with self.cluster.open() as admin:
            for name in names or self.names:
                admin.execute(f"DROP DATABASE IF EXISTS {self.names[name]} WITH (FORCE)")
                admin.execute(f"CREATE DATABASE {self.names[name]} OWNER {self.names[name]}")

    def address(self, name, more=""):
        base = self.names[name]
        return f"postgres://{base}@127.0.0.1:{self.cluster.port}/{base}{more}"

    def settings(self):
        return {"DATABASE": self.address("saqta"), "KEY_DATABASE": self.address("keys")}

    def query(self, sql, values, name="saqta"):
        """What a statement written for SQLite answers; it is committed."""
        named = {f"v{place}": value for place, value in enumerate(values, 1)}
        count = 0

        def place(found):
            nonlocal count
            count += not found[1]
            return f"%(v{found[1] or count})s"

        with self.cluster.open(self.names[name]) as cursor:
            cursor.execute(re.sub(r"\?(\d*)", place, sql.replace("%", "%%")), named)
            if cursor.description is None:
                return []
            return [tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
                    for row in cursor.fetchall()]

    def tables(self, name):
        return [row[0] for row in self.query(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'", (), name)]

    def remove(self):
        with self.cluster.open() as admin:
            for name in self.names.values():
                admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                admin.execute(f"DROP ROLE IF EXISTS {name}")
