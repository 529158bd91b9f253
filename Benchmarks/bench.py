#!/usr/bin/env python3
"""Measures servers started for it, from other processes, next to what they are held against, in the same run.

  make bench [ROUNDS=5] [SECONDS_EACH=5] [ONLY=sqlite,postgres,pages,uploads,ledger,growth] [GROWTH=1]

Prints a table, marks bars that are missed, and writes .build/bench.json and .build/bench.md. GROWTH=1 also fills a server
with a million registrations, which takes some minutes. Only ratios mean something: figures are those of one machine.
"""

import contextlib
import os
import pathlib
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import figures  # noqa: E402
from service import ROOT  # noqa: E402
from postgres import Cluster  # noqa: E402
import measure_api  # noqa: E402
import measure_growth  # noqa: E402
import measure_ledger  # noqa: E402
import measure_pages  # noqa: E402
import measure_uploads  # noqa: E402

SECONDS = float(os.environ.get("SECONDS_EACH", "5"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
WANTED = os.environ.get("ONLY", "").split(",") if os.environ.get("ONLY") else [
    "ledger", "sqlite", "postgres", "pages", "uploads", *(["growth"] if os.environ.get("GROWTH") == "1" else [])]


def scenarios(stack):
    """What one round runs, by its names; what all rounds share is made once."""
    def cluster():
        made = Cluster.own()
        stack.callback(made.remove)
        return lambda: measure_api.postgres(made, SECONDS)

    def tree():
        folder = stack.enter_context(tempfile.TemporaryDirectory(dir=ROOT / ".build"))
        return lambda: measure_ledger.ledger(folder, SECONDS)

    def grown():
        both = [measure_growth.Grown(count) for count in (measure_growth.FEW, measure_growth.MANY)]
        for one in both:
            stack.callback(one.service.remove)
        return lambda: measure_growth.growth(both, SECONDS)

    makers = {
        "ledger": tree, "sqlite": lambda: lambda: measure_api.sqlite(SECONDS), "postgres": cluster,
        "pages": lambda: lambda: measure_pages.policy(SECONDS), "uploads": lambda: lambda: measure_uploads.uploads(SECONDS),
        "growth": grown}
    return {name: makers[name]() for name in WANTED}


def main():
    samples, begun = [], time.monotonic()
    with contextlib.ExitStack() as stack:
        measured = scenarios(stack)
        for place in range(ROUNDS):
            for name, measure in measured.items():
                samples += list(measure())
                print(f"round {place + 1} of {ROUNDS}: {name}, {time.monotonic() - begun:.0f} s", flush=True)
            # What there is after each round, should the run be ended.
            figures.write(figures.rows(samples), pathlib.Path(ROOT / ".build"))
    print(figures.plain(figures.rows(samples)))


main()
