"""Three PostgreSQL servers with Citus for the browser's tests: a coordinator and two workers.

Only where the PostgreSQL in PG_BIN has the extension; Debian has no package of it.
"""

import re

import psycopg2

from postgres import Cluster, Databases


class Citus:
    SHARDS = 8

    def __init__(self):
        self.coordinator, *self.workers = self.servers = [Cluster.own() for _ in range(3)]

    @property
    def is_installed(self):
        with self.coordinator.open() as admin:
            admin.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'citus'")
            return admin.fetchone() is not None

    def prepare(self):
        """Loads the extension into all servers, and puts down every statement that they run."""
        for server in self.servers:
            with server.open() as admin:
                for name, value in {"shared_preload_libraries": "citus", "max_prepared_transactions": "600",
                                    "log_statement": "all", "log_line_prefix": "%p %d "}.items():
                    admin.execute(f"ALTER SYSTEM SET {name} = '{value}'")
            server.stop()
            server.start()
            with server.open() as admin:
                admin.execute("ALTER SYSTEM SET citus.recover_2pc_interval = '2s'")
                admin.execute(f"ALTER SYSTEM SET citus.shard_count = {self.SHARDS}")
                admin.execute("SELECT pg_reload_conf()")
        return Databases(self.coordinator)

    def shard(self, databases, statements):
        """Makes the database of the rows one of three nodes, and runs what is printed for that as its owner."""
        name = databases.names["saqta"]
        for worker in self.workers:
            with worker.open() as admin:
                admin.execute(f"CREATE ROLE {name} LOGIN")
                admin.execute(f"CREATE DATABASE {name} OWNER {name}")
        for server in self.servers:
            with server.open(name) as admin:
                admin.execute("CREATE EXTENSION citus")
        with self.coordinator.open(name) as admin:
            admin.execute(f"SELECT citus_set_coordinator_host('127.0.0.1', {self.coordinator.port})")
            for worker in self.workers:
                admin.execute(f"SELECT citus_add_node('127.0.0.1', {worker.port})")
        with psycopg2.connect(databases.address("saqta")) as owner:
            owner.autocommit = True
            with owner.cursor() as cursor:
                for statement in statements.splitlines():
                    if not statement.startswith("--"):
                        cursor.execute(statement)

    def prepared(self, name):
        """Transactions that a worker has prepared and nobody has ended."""
        counts = []
        for worker in self.workers:
            with worker.open() as admin:
                admin.execute("SELECT count(*) FROM pg_prepared_xacts WHERE database = %s", (name,))
                counts.append(admin.fetchone()[0])
        return counts

    def remove(self):
        for server in self.servers:
            server.remove()


def transactions(server, base, since=0):
    """What a server has run in a database since an octet of its log: statements with their values, by transaction."""
    text = (server.folder / "server.log").read_bytes()[since:].decode(errors="replace")
    entries = re.findall(r"^(\d+) (\S*) (\w+):  (.*(?:\n\t.*)*)", text, re.M)
    open_ones, ended, last = {}, [], {}
    for process, where, kind, said in entries:
        if where != base:
            continue
        said = said.replace("\n\t", "\n")
        # A value follows the statement that it is for.
        if kind == "DETAIL" and said.startswith("parameters: ") and process in last:
            last[process][1].update(values(said))
        found = re.match(r"(?:statement|execute [^:]*): (.*)", said, re.S) if kind == "LOG" else None
        if not found:
            continue
        word = found[1].split()[0].rstrip(";").upper()
        if word in ("BEGIN", "START"):
            open_ones[process] = []
        elif word in ("COMMIT", "ROLLBACK", "END") or found[1].startswith("PREPARE TRANSACTION"):
            ended.append((word, open_ones.pop(process, [])))
            last.pop(process, None)
        else:
            last[process] = (found[1], {})
            open_ones.setdefault(process, []).append(last[process])
    return ended


def values(said):
    """The values of a statement's parameters as the log has them: octets, text or None."""
    read = {}
    for number, told in re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", said):
        told = None if told == "NULL" else told[1:-1].replace("''", "'")
        read[int(number)] = bytes.fromhex(told[2:]) if told and re.fullmatch(r"\\x[0-9a-f]*", told) else told
    return read
