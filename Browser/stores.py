"""What lies in the databases and on the disk of a server."""

import contextlib
import sqlite3

from house import until


def open_base(house, name="saqta", mode="ro"):
    return contextlib.closing(sqlite3.connect(f"file:{house.data / name}.sqlite?mode={mode}", uri=True, timeout=10))


def query(house, sql, *values, name="saqta"):
    """What a statement answers."""
    if house.databases:
        return house.databases.query(sql, values, name)
    with open_base(house, name) as base:
        return base.execute(sql, values).fetchall()


def travel(house, sql, *values):
    """Changes a time on the disk of a server that does not run, as if it had passed."""
    if house.databases:
        house.databases.query(sql, values)
        return
    with open_base(house, mode="rw") as base:
        base.execute(sql, values)
        base.commit()


def rows(house):
    """How many rows each table of both databases holds."""
    counts = {}
    for name in ("saqta", "keys"):
        if house.databases:
            for table in house.databases.tables(name):
                counts[table] = house.databases.query(f'SELECT count(*) FROM "{table}"', (), name)[0][0]
            continue
        with open_base(house, name) as base:
            tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                counts[table] = base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    return counts


def settled(house):
    """Rows and files once the ledger has taken in every entry that waits."""
    until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
    return rows(house), files(house)


def files(house):
    """All files of documents, unfinished ones too."""
    return sorted(str(one.relative_to(house.data)) for one in (house.data / "documents").rglob("*") if one.is_file())


def objects(house):
    """The keys of all sealed objects that lie in the folder, finished or not."""
    return {bytes.fromhex(name.rsplit("/", 1)[-1]) for name in files(house)}


def sound(house, seconds=120):
    """Fails unless the ledger verifies."""
    answer = house.run("ledger", "verify", seconds=seconds)
    assert answer.returncode == 0 and answer.stdout.startswith("ok"), answer
