"""Three machines with PostgreSQL, Patroni and etcd each, and HAProxy before them: processes of one's own on loopback."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

import psycopg2

from house import free_port, until
from postgres import Cluster

# A leader that nobody hears for `ttl` seconds is replaced; 20 is the least that Patroni takes.
# A commit waits for a standby, always.
RULES = {"ttl": 20, "loop_wait": 2, "retry_timeout": 5, "synchronous_mode": True, "synchronous_mode_strict": True}
# Commits go on once the other standby has found the new leader, for which it looks every 5 s by default.
PARAMETERS = {"wal_retrieve_retry_interval": "500ms", "max_connections": 100}


def processes(folder):
    """The processes that work in a folder, or below it."""
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            at = pathlib.Path(os.readlink(entry / "cwd"))
        except OSError:
            continue
        if folder == at or folder in at.parents:
            found.append(int(entry.name))
    return found


def destroy(folder):
    """Ends all that works in a folder, at once, as a loss of power would."""
    def none_left():
        left = processes(folder)
        signal_all(left, signal.SIGKILL)
        return not left

    until(none_left, pause=0.02, what=f"the end of what works in {folder}")


def freeze(folder):
    """Lets nothing that works in a folder go on, while the system still takes what is sent to it."""
    frozen = set()
    while left := set(processes(folder)) - frozen:
        signal_all(left, signal.SIGSTOP)
        frozen |= left


def signal_all(chosen, sign):
    for process in chosen:
        try:
            os.kill(process, sign)
        except ProcessLookupError:
            pass


def launch(folder, *command):
    """A programme that works in `folder`; as the user postgres, since PostgreSQL refuses to run as root."""
    owner = {"user": "postgres", "group": "postgres", "extra_groups": ()} if os.geteuid() == 0 else {}
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(folder)}
    with open(folder / f"{pathlib.Path(command[0]).name}.log", "ab") as log:
        return subprocess.Popen(
            [*map(str, command)], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, **owner)


def commits(cluster):
    """Whether a transaction that writes is acknowledged, on a connection of its own."""
    try:
        with cluster.open() as admin:
            admin.execute("CREATE TABLE IF NOT EXISTS drill (at timestamptz)")
            admin.execute("INSERT INTO drill VALUES (now())")
            return True
    except (psycopg2.OperationalError, psycopg2.InternalError):
        return False


class Machine:
    """One of the three."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder / name
        self.port, self.rest, self.client, self.peer = (free_port() for _ in range(4))
        self.children = []
        self.folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")

    def start(self, machines):
        members = ",".join(f"{one.name}=http://127.0.0.1:{one.peer}" for one in machines)
        mine, theirs = f"http://127.0.0.1:{self.client}", f"http://127.0.0.1:{self.peer}"
        (self.folder / "patroni.json").write_text(json.dumps(self.settings(machines)))
        self.children = [
            launch(self.folder, "etcd", "--name", self.name, "--data-dir", self.folder / "etcd",
                   "--listen-client-urls", mine, "--advertise-client-urls", mine, "--listen-peer-urls", theirs,
                   "--initial-advertise-peer-urls", theirs, "--initial-cluster", members,
                   "--initial-cluster-token", str(self.folder.parent), "--heartbeat-interval", "250",
                   "--election-timeout", "2500"),
            # A patroni of Debian's, with Debian's Python.
            launch(self.folder, "/usr/bin/patroni", self.folder / "patroni.json")]

    def settings(self, machines):
        binaries = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: float(found.parent.name))
        return {
            "scope": "drill", "name": self.name,
            "restapi": {"listen": f"127.0.0.1:{self.rest}", "connect_address": f"127.0.0.1:{self.rest}"},
            "etcd3": {"hosts": ",".join(f"127.0.0.1:{one.client}" for one in machines)},
            "bootstrap": {
                "dcs": RULES | {"postgresql": {"use_pg_rewind": True, "parameters": PARAMETERS}},
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"]},
            "postgresql": {
                "listen": f"127.0.0.1:{self.port}", "connect_address": f"127.0.0.1:{self.port}",
                "data_dir": str(self.folder / "cluster"), "bin_dir": str(binaries),
                "pgpass": str(self.folder / "pgpass"), "parameters": {"unix_socket_directories": ""},
                "pg_hba": ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"],
                "authentication": {"superuser": {"username": "saqta"}, "replication": {"username": "replicator"}}}}

    def is_(self, role):
        """What Patroni answers: `primary`, or `replica`, for one that follows a leader."""
        connection = http.client.HTTPConnection("127.0.0.1", self.rest, timeout=5)
        try:
            connection.request("GET", f"/{role}")
            answer = connection.getresponse()
            answer.read()
            return answer.status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def kill(self):
        destroy(self.folder)
        for child in self.children:
            child.wait()

    def hang(self):
        freeze(self.folder)

    @property
    def direct(self):
        """Its own PostgreSQL, whatever its role."""
        return Cluster(f"host=127.0.0.1 port={self.port} user=saqta dbname=postgres")


class Trio:
    """All three, and HAProxy, whose port leads to the one that leads."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-patroni-"))
        self.folder.chmod(0o755)
        self.machines = [Machine(name, self.folder) for name in ("one", "two", "three")]
        self.gateway = free_port()
        self.haproxy = None

    def start(self):
        for machine in self.machines:
            machine.start(self.machines)
        until(self.is_whole, seconds=180, pause=0.5, what="a leader with two standbys")
        lines = [f"server {one.name} 127.0.0.1:{one.port} check port {one.rest}" for one in self.machines]
        (self.folder / "haproxy.cfg").write_text("\n    ".join([
            "defaults", "mode tcp", "timeout connect 4s", "timeout client 30m", "timeout server 30m",
            "timeout check 4s"]) + "\n" + "\n    ".join([
                "listen postgres", f"bind 127.0.0.1:{self.gateway}", "option httpchk GET /primary",
                "http-check expect status 200",
                # A machine that no longer leads keeps no connection.
                "default-server inter 1s fall 3 rise 1 on-marked-down shutdown-sessions", *lines]) + "\n")
        self.haproxy = launch(self.folder, shutil.which("haproxy", path="/usr/sbin:/usr/bin"), "-f", "haproxy.cfg")
        until(self.is_led_right, what="HAProxy")
        return self

    def leader(self):
        return next((one for one in self.machines if one.is_("primary")), None)

    def standbys(self):
        """How each machine follows the one that leads: name, state, and whether commits may wait for it."""
        leader = self.leader()
        if not leader:
            return []
        with leader.direct.open() as admin:
            admin.execute("SELECT application_name, state, sync_state FROM pg_stat_replication")
            return admin.fetchall()

    def is_whole(self):
        """One leads, two follow it, and commits wait for one of them."""
        following = [name for name, state, _ in self.standbys() if state == "streaming"]
        waited_for = [name for name, _, sync in self.standbys() if sync == "sync"]
        return len(waited_for) == 1 and all(
            one.name in following and one.is_("replica") for one in self.machines if not one.is_("primary"))

    def is_led_right(self):
        """HAProxy has found out who leads: until it has asked, it sends connections to all in turn."""
        return all(commits(self.through_gateway) for _ in range(2 * len(self.machines)))

    @property
    def through_gateway(self):
        return Cluster(f"host=127.0.0.1 port={self.gateway} user=saqta dbname=postgres connect_timeout=3")

    @property
    def through_names(self):
        """libpq looks itself for the one that leads."""
        hosts, ports = ",".join(["127.0.0.1"] * 3), ",".join(str(one.port) for one in self.machines)
        return Cluster(f"host={hosts} port={ports} user=saqta dbname=postgres target_session_attrs=read-write "
                       "connect_timeout=3")

    def last_words(self):
        """The end of every log, for whoever has to find out what went wrong."""
        return "\n".join(f"--- {log.relative_to(self.folder)}\n{log.read_text(errors='replace')[-1500:]}"
                         for log in sorted(self.folder.glob("**/*.log")))

    def remove(self):
        destroy(self.folder)
        for child in [self.haproxy, *(child for one in self.machines for child in one.children)]:
            if child:
                child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
