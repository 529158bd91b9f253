"""Proofs in a tree of many entries, and the root from bundles in memory, on one core each."""

import os

from figures import Sample
from service import beside

ENTRIES = int(os.environ.get("LEDGER_ENTRIES", "10000000"))


def ledger(folder, seconds):
    told = beside("ledger", "--folder", folder, "--seconds", seconds, "--entries", ENTRIES)
    proof, root = told["ledger proof"], told["root from bundles"]
    yield Sample(f"ledger proof, {ENTRIES:,} entries, p99", "sqlite", 1, proof["p99_ms"], "ms", proof["p50_ms"],
                 proof["p99_ms"], bar=1, least=False)
    yield Sample("root from bundles in memory", "–", 1, root["rate"], "entries/s", bar=1_000_000)
