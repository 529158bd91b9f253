"""What lies on the disk of a server."""

import sqlite3

from house import until


def rows(house):
    """How many rows each table of both databases holds."""
    counts = {}
    for name in ("saqta", "keys"):
        base = sqlite3.connect(f"file:{house.data / name}.sqlite?mode=ro", uri=True, timeout=10)
        try:
            tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                counts[table] = base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        finally:
            base.close()
    return counts


def settled(house):
    """Rows and files once the ledger has taken in every entry that waits."""
    until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
    return rows(house), files(house)


def files(house):
    """All files of documents, unfinished ones too."""
    return sorted(str(one.relative_to(house.data)) for one in (house.data / "documents").rglob("*") if one.is_file())
