"""People who register all the time, each until it is acknowledged."""

import dataclasses
import threading
import time
import uuid

from plain import Caller

LETTERS = "абвгдежзик"


@dataclasses.dataclass
class Known:
    """Somebody whose registration was acknowledged, and when."""

    caller: Caller
    family: str
    at: float


class Crowd:
    """`size` of them at a time, as long as the block lasts."""

    def __init__(self, house, size=6, patience=180):
        self.house, self.patience = house, patience
        self.known, self.failed, self.repeats, self.count = [], [], 0, 0
        self.lock, self.enough = threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self.work) for _ in range(size)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, kind, *_):
        self.enough.set()
        if kind:
            self.patience = 0
        for thread in self.threads:
            thread.join()
        if not kind and self.failed:
            raise self.failed[0]

    def work(self):
        try:
            while not self.enough.is_set():
                self.register()
        except Exception as failure:
            self.failed.append(failure)

    def register(self):
        """One person, under a name that nobody else has. They try again with the same form, as a browser would."""
        with self.lock:
            self.count += 1
            family = "Ауысов" + "".join(LETTERS[int(digit)] for digit in str(self.count))
        caller, submission = Caller(self.house), uuid.uuid4().hex
        caller.begin_until_heard(submission, family, self.patience, again=self.repeated)
        at = time.monotonic()
        caller.close()
        with self.lock:
            self.known.append(Known(caller, family, at))

    def repeated(self):
        with self.lock:
            self.repeats += 1

    def since(self, moment):
        """How many were acknowledged after a moment."""
        with self.lock:
            return sum(one.at > moment for one in self.known)

    def silence(self, moment):
        """The longest time without an acknowledged registration that ended after a moment, and when it ended."""
        times = sorted(one.at for one in self.known)
        return max((after - at, after) for at, after in zip(times, times[1:]) if after > moment)

    def missing(self):
        """Names of those whose registration does not open with what they have in hand, or says another name."""
        wrong = []
        for one in self.known:
            if one.caller.names() != one.family:
                wrong.append(one.family)
            one.caller.close()
        return wrong
