"""Figures over the rounds, the bars of the project, and the table in the forms in which it is shown."""

import dataclasses
import json

KEYS = ["name", "engine", "clients", "rate", "unit", "p50_ms", "p99_ms", "reference", "ratio", "bar", "holds", "min",
        "median", "max"]


@dataclasses.dataclass
class Sample:
    """One round of one row. What is held against the bar is `ratio` where there is a reference, else `rate`."""

    name: str
    engine: str
    clients: int
    rate: float
    unit: str = "per s"
    p50_ms: float | None = None
    p99_ms: float | None = None
    reference: float | None = None
    ratio: float | None = None
    bar: float | None = None
    # Whether the bar is a least or a most.
    least: bool = True

    def __post_init__(self):
        if self.reference is not None and self.ratio is None:
            self.ratio = self.rate / self.reference

    @property
    def compared(self):
        return self.rate if self.ratio is None else self.ratio


def rows(samples):
    """The row of the median round for each name, engine and number of clients, in the order in which they first came."""
    series = {}
    for sample in samples:
        series.setdefault((sample.name, sample.engine, sample.clients), []).append(sample)
    table = []
    for runs in series.values():
        runs.sort(key=lambda run: run.compared)
        middle = runs[len(runs) // 2]
        row = dataclasses.asdict(middle) | {"min": runs[0].compared, "median": middle.compared, "max": runs[-1].compared}
        row["holds"] = None if middle.bar is None else (
            middle.compared >= middle.bar if middle.least else middle.compared < middle.bar)
        row["sign"] = "≥" if middle.least else "<"
        table.append(row)
    return table


def number(value):
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def cells(row):
    span = f"{number(row['median'])} ({number(row['min'])}–{number(row['max'])})"
    bar = "" if row["bar"] is None else f"{row['sign']} {row['bar']:,}"
    mark = {None: "", True: "holds", False: "missed"}[row["holds"]]
    rate = f"{number(row['rate'])} {row['unit']}"
    return [row["name"], row["engine"], str(row["clients"]), rate, number(row["p50_ms"]), number(row["p99_ms"]),
            number(row["reference"]), span, bar, mark]


HEAD = ["what", "engine", "clients", "rate", "p50 ms", "p99 ms", "reference", "median (min–max)", "bar", ""]


def markdown(table):
    lines = ["| " + " | ".join(HEAD) + " |", "|---|---|---:|---:|---:|---:|---:|---|---|---|"]
    return "\n".join(lines + ["| " + " | ".join(cells(row)) + " |" for row in table]) + "\n"


def plain(table):
    told = [HEAD, *([*cells(row)[:-1], {None: "", True: "ok", False: "✗ MISSED"}[row["holds"]]] for row in table)]
    widths = [max(len(line[column]) for line in told) for column in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in told)


def write(table, folder):
    (folder / "bench.json").write_text(
        json.dumps([{key: row[key] for key in KEYS} for row in table], indent=1, ensure_ascii=False) + "\n")
    (folder / "bench.md").write_text(markdown(table))
