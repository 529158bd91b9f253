"""Scans of 16 MiB, sealed into a folder, against copying the file with fsync; memory of the server meanwhile."""

import os
import threading
import time
import uuid

from figures import Sample
from plain import Caller
from service import Service

SIZE = 16 * 1_048_576
# Of each of those that run at the same time.
UPLOADS = 4


class Scanner:
    """One browser whose registration has begun."""

    def __init__(self, service):
        self.caller = Caller(service)
        self.caller.begin(uuid.uuid4().hex, "Bench")

    def send(self, scan):
        boundary = uuid.uuid4().hex
        head = (f'--{boundary}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{self.caller.token}\r\n'
                f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
                "Content-Type: application/pdf\r\n\r\n")
        # As a browser sends it: the scan is not copied into a body first.
        parts = [head.encode(), scan, f"\r\n--{boundary}--\r\n".encode()]
        status, _, text = self.caller.ask(
            "POST", "/en/register/documents/identity_document", parts,
            {"Content-Type": f"multipart/form-data; boundary={boundary}", "Content-Length": str(sum(map(len, parts)))})
        assert status == 303, f"upload answered {status}: {text[:300]}"


def uploads(_seconds):
    service = Service().start()
    # Photographs may be of 15 MB, so it is a PDF; nobody can read it, and whoever tries to gives it up soon.
    scan = b"%PDF-1.7\n" + os.urandom(SIZE - 16) + b"\n%%EOF\n"
    source = service.folder / "scan"
    source.write_bytes(scan)
    try:
        for parallel in (1, 8):
            # Each upload is somebody else's: what is measured is taking it, not a person's bounds.
            scanners = [[Scanner(service) for _ in range(UPLOADS)] for _ in range(parallel)]
            Scanner(service).send(scan)
            time.sleep(1)
            idle = service.memory()
            with Memory(service) as memory:
                told = spent([lambda own=own: [one.send(scan) for one in own] for own in scanners])
            copied = spent([lambda place=place: [copy(source, f"{source}-{place}") for _ in range(UPLOADS)]
                            for place in range(parallel)])
            count = parallel * UPLOADS
            yield Sample("upload of 16 MiB / copying with fsync", "sqlite", parallel, count / told, "per s",
                         reference=count / copied, bar=0.5)
            if parallel > 1:
                yield Sample("memory of each such upload", "sqlite", parallel,
                             max(0, memory.most - idle) * 1e6 / 1_048_576 / parallel, "MiB", bar=4, least=False)
    finally:
        service.remove()


def copy(source, target):
    with open(source, "rb") as read, open(target, "wb") as written:
        while octets := read.read(1_048_576):
            written.write(octets)
        written.flush()
        os.fsync(written.fileno())


def spent(works):
    """Seconds until all are done, which run at the same time."""
    failed = []

    def guarded(work):
        try:
            work()
        except BaseException as failure:
            failed.append(failure)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    begun = time.monotonic()
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    if failed:
        raise failed[0]
    return time.monotonic() - begun


class Memory:
    """The most that the server had while the block ran, looked at 50 times a second."""

    def __init__(self, service):
        self.service, self.most, self.over = service, 0, threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        while not self.over.wait(0.02):
            self.most = max(self.most, self.service.memory())

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
