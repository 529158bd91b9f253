"""The page of the policy, against the least that the same server can answer."""

import contextlib
import re
import subprocess
import urllib.request

from figures import Sample
from service import BUILT, ROOT, Service, speed, wrk

CLIENTS = 64
PAGE = "/en/policy"
BROWSER = "gzip, deflate, br, zstd"


@contextlib.contextmanager
def hello(file):
    process = subprocess.Popen([BUILT / "saqta-bench", "hello", "--file", file], stdout=subprocess.PIPE, text=True)
    try:
        port = re.search(r"listens on (\d+)", process.stdout.readline())[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def policy(seconds):
    service = Service().start()
    script = ROOT / "Benchmarks" / "page.lua"
    try:
        page = service.folder / "page.html"
        page.write_bytes(urllib.request.urlopen(service.site + PAGE).read())
        with hello(page) as other:
            least = wrk(script, other + "/hello", CLIENTS, seconds)
            small = wrk(script, service.site + PAGE, CLIENTS, seconds, ACCEPT=BROWSER)
            told = wrk(script, service.site + PAGE, CLIENTS, seconds)
            same = wrk(script, other + "/file", CLIENTS, seconds)
        yield Sample("policy page to who takes gzip, as browsers do / hello, world", "sqlite", CLIENTS, **speed(small),
                     reference=least["rate"], bar=0.6)
        yield Sample("policy page uncompressed / hello, world", "sqlite", CLIENTS, **speed(told), reference=least["rate"])
        yield Sample("policy page uncompressed / as many octets", "sqlite", CLIENTS, **speed(told), reference=same["rate"])
    finally:
        service.remove()
