"""What the browser's tests share: servers, one browser, staff, specimens."""

import fcntl
import json
import os
import pathlib
import subprocess

import pytest
from playwright.sync_api import sync_playwright

from house import House, ROOT
from office import Officer
from pages import Visit
from postgres import Cluster


def pytest_configure(config):
    config.addinivalue_line("markers", "quiet: measures times or memory; nothing else may run beside it")


# The files that take longest, longest first: begun last, one of them would keep one worker busy while the other has nothing left.
LONGEST = [
    "crash", "crowd", "pages", "alone", "reviewing", "editions", "lost_lines", "ways_out", "internet", "threads", "journey",
    "rights", "representing", "consents", "services", "publication", "counter", "minors",
]


def pytest_collection_modifyitems(items):
    rank = {f"test_{name}.py": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.name, len(rank)))


def close(*visits):
    """Ends browsers; what their pages complained of fails the test."""
    for visit in visits:
        visit.close()
    complaints = [complaint for visit in visits for complaint in visit.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session", autouse=True)
def cluster():
    """Ends the PostgreSQL server of this run, if a test has started one."""
    yield
    Cluster.end_shared()


@pytest.fixture(scope="session")
def specimens():
    """The folder of generated pictures, drawn once."""
    folder = pathlib.Path(os.environ.get("SAQTA_SPECIMENS", ROOT / ".build" / "specimens"))
    if not (folder / "specimens.json").exists():
        subprocess.run([ROOT / "scripts" / "specimens.sh", folder], check=True)
    return folder


@pytest.fixture(scope="session")
def person(specimens):
    """The invented person whose documents the specimens are."""
    return json.loads((specimens / "specimens.json").read_text())["person"]


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    path = os.environ.get("SAQTA_CHROMIUM", "/usr/bin/chromium-headless-shell")
    browser = playwright.chromium.launch(executable_path=path, args=[
        "--no-sandbox", "--host-resolver-rules=MAP *.example.kz 127.0.0.1"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def package():
    """The Debian package of what is built."""
    # Two workers would write one file.
    with open(ROOT / ".build" / "package.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = subprocess.run(
            [ROOT / "scripts" / "package.sh", "debug"], check=True, capture_output=True, text=True).stdout.split()
    return ROOT / made[-1]


@pytest.fixture(scope="module")
def house():
    """A server for the tests of one file."""
    house = House().start()
    yield house
    house.remove()


@pytest.fixture(scope="module")
def administrator(chromium, house):
    """The first administrator, who is also a reviewer."""
    officer = Officer(Visit(chromium, house, width=1280), "Басқарушы", "basqarushy@example.kz")
    officer.enrol(house.enrolment)
    officer.grant_self("reviewer")
    yield officer
    close(officer.visit)


@pytest.fixture(scope="module")
def second_reviewer(chromium, house, administrator):
    """Another member of staff, invited as a reviewer."""
    officer = Officer(Visit(chromium, house, width=1280), "Тексерушіев", "tekserushi@example.kz")
    officer.enrol(administrator.invite("reviewer"))
    yield officer
    close(officer.visit)


@pytest.fixture
def visit(chromium, house, request):
    """A new visitor's browser, on the screen of a telephone."""
    visit = Visit(chromium, house)
    yield visit
    close(visit)


@pytest.fixture
def visits(chromium, house):
    """Makes as many browsers as a test needs."""
    made = []

    def make(**options):
        made.append(Visit(chromium, house, **options))
        return made[-1]

    yield make
    close(*made)
