"""A server with many registrations against one with few: time, start, memory."""

import os
import time

from figures import Sample
from house import until
from service import Service, beside, speed

FEW, MANY = int(os.environ.get("FEW", "10000")), int(os.environ.get("SUBJECTS", "1000000"))
CLIENTS = 64


class Grown:
    """A server whose files were filled while it was away, and whose entries all have their leaves."""

    def __init__(self, subjects):
        self.service = Service().start().connect(CLIENTS)
        self.service.end()
        begun, before = time.monotonic(), self.used()
        beside("seed", "--data", self.service.data, "--keys", self.service.keys, "--subjects", subjects)
        self.service.start()
        until(lambda: not self.service.change("SELECT 1 FROM pending_entry LIMIT 1"), 3_600, 0.5, "leaves for all entries")
        each = (self.used() - before) / subjects
        print(f"  {subjects:,} registrations made in {time.monotonic() - begun:.0f} s, {each:,.0f} octets each", flush=True)

    def used(self):
        """Octets of the pages of the data that hold something."""
        ((pages,),), ((free,),), ((size,),) = (
            self.service.change(f"PRAGMA {name}") for name in ("page_count", "freelist_count", "page_size"))
        return (pages - free) * size

    def some(self, count=10_000):
        return [row[0].hex() for row in self.service.change(
            "SELECT id FROM subject WHERE kind = 'person' ORDER BY random() LIMIT ?", count)]


def growth(grown, seconds):
    few, many = grown
    for mode in ("register", "read"):
        small = few.service.load(mode, CLIENTS, seconds, few.some())
        large = many.service.load(mode, CLIENTS, seconds, many.some())
        name = {"register": "registration", "read": "permitted read"}[mode]
        yield Sample(f"{name}, {MANY:,} / {FEW:,} subjects, time", "sqlite", CLIENTS, **speed(large),
                     reference=small["rate"], ratio=small["rate"] / large["rate"], bar=1.3, least=False)
    yield from start(many.service)


def start(service):
    service.end()
    begun = time.monotonic()
    service.start(pause=0.005)
    spent = time.monotonic() - begun
    yield Sample(f"start to ready, {MANY:,} subjects", "sqlite", 0, spent, "s", bar=1, least=False)
    time.sleep(5)
    yield Sample(f"idle memory, {MANY:,} subjects", "sqlite", 0, service.memory(), "MB", bar=150, least=False)
