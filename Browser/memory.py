"""How much memory a server has taken, from /proc (proc(5))."""

import glob
import threading

MIB = 1 << 20


def read(pid):
    """Resident octets now, and the most since the last reset."""
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return [int(lines[name].split()[0]) * 1_024 for name in ("VmRSS", "VmHWM")]


class Growth:
    """Measures what a piece of work takes above what was there before; `peak` is in MiB."""

    def __init__(self, house):
        self.pid, self.peak, self.worker = house.process.pid, None, 0.0

    def __enter__(self):
        # Resets the high-water mark to what is resident now.
        with open(f"/proc/{self.pid}/clear_refs", "w") as file:
            file.write("5")
        self.before, _ = read(self.pid)
        self.highest, self.is_over = self.before, threading.Event()
        self.thread = threading.Thread(target=self.sample)
        self.thread.start()
        return self

    def sample(self):
        while not self.is_over.wait(0.005):
            self.look()

    def look(self):
        self.highest = max(self.highest, *read(self.pid))
        for path in glob.glob(f"/proc/{self.pid}/task/*/children"):
            try:
                with open(path) as file:
                    for child in file.read().split():
                        self.worker = max(self.worker, read(child)[1] / MIB)
            except (OSError, KeyError):
                pass  # It has ended meanwhile.

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()
        self.look()
        self.peak = (self.highest - self.before) / MIB
