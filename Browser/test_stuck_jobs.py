"""Messages that a mail server refuses wait for an administrator, who has them sent again or gives them up."""

import json
import subprocess
import sys
import time
import uuid

import pytest

from house import ROOT, House, Letters, free_port, until
from office import Officer
from pages import LANGUAGES, Visit, check
from plain import Caller


class PostOffice(Letters):
    """A mail server that can be exchanged for one which refuses."""

    def __init__(self, folder):
        self.folder, self.port, self.process, self.count = folder, free_port(), None, 0

    def open(self, refusal=None):
        self.close()
        self.count += 1
        letters = self.folder / str(self.count)
        letters.mkdir()
        words = ["--refuse", refusal] if refusal else []
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "Tests/Servers/mail.py", letters, "--listen", f"127.0.0.1:{self.port}", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout.readline().startswith(b"PORT ")

    def close(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def messages(self, address):
        letters = sorted(self.folder.glob("*/*.json"), key=lambda file: file.stat().st_mtime_ns)
        read = [json.loads(file.read_text()) for file in letters]
        return [one["text"] for one in read if address in one["to"]]


@pytest.fixture(scope="module")
def post(tmp_path_factory):
    post = PostOffice(tmp_path_factory.mktemp("post"))
    post.open()
    yield post
    post.close()


@pytest.fixture(scope="module")
def house(post):
    house = House(MAIL_HOST="127.0.0.1", MAIL_PORT=post.port, MAIL_TLS="none", MAIL_FROM="saqta@example.kz").start()
    house.messages = post.messages
    yield house
    house.remove()


def refused(house, post, scan, email):
    """A registration of which the mail server does not take the confirmation. Returns its number."""
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Тұрғанбай")
    caller.confirm(email)
    caller.upload(scan)
    until(caller.is_read, seconds=120, what="the reading")
    post.open("550 5.1.1 no such mailbox")
    caller.send()
    return caller.account()


def stuck(house, officer):
    """The lines of the page once there are some."""
    def lines():
        officer.visit.go("office/jobs")
        return officer.page.locator("tbody tr").all_inner_texts()

    return until(lines, what="a stuck job")


def figure(house, name):
    text = Caller(house).ask("GET", "/metrics")[2]
    return next(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(name))


def test_a_letter_that_was_refused_is_sent_again_or_given_up(chromium, house, post, specimens):
    scan = (specimens / "back.jpg").read_bytes()
    officer = Officer(Visit(chromium, house, language="en", width=1280), "Басқарушы", "basqarushy@example.kz")
    officer.enrol(house.enrolment)
    visit, page = officer.visit, officer.page
    visit.go("office/jobs")
    check(visit, "office-jobs-empty")

    number = refused(house, post, scan, "turganbai@example.kz")
    line = stuck(house, officer)[0]
    assert "Registration received" in line and "answer 550" in line and "\t1\t" in line, line
    for language in LANGUAGES:
        visit.language = language
        visit.go("office/jobs")
        text = visit.text
        assert not any(word in text for word in ("turganbai", "Тұрғанбай", number)), text
        check(visit, "office-jobs")
    # The number of them stands on every page of the office, in the figures and in the checkup.
    visit.language = "en"
    visit.go("office/staff")
    assert "1" in page.locator('nav a[href$="/office/jobs"]').inner_text()
    assert figure(house, 'saqta_jobs_stuck{queue="message"}') == 1
    assert "stuck" in house.run("doctor", "--language", "en").stdout

    # While the server still refuses, the job comes back.
    visit.go("office/jobs")
    visit.send("office/jobs/again")
    visit.at("office/jobs")
    assert "trying again" in visit.text
    stuck(house, officer)
    assert post.messages("turganbai@example.kz")[1:] == []
    post.open()
    visit.send("office/jobs/again")
    visit.at("office/jobs")
    letters = until(lambda: post.messages("turganbai@example.kz")[1:], what="the letter")
    assert number in letters[0]
    visit.go("office/jobs")
    assert "Nothing is stuck" in visit.text
    # It went once.
    time.sleep(1)
    assert len(post.messages("turganbai@example.kz")) == 2

    refused(house, post, scan, "qalganbai@example.kz")
    stuck(house, officer)
    visit.send("office/jobs/give-up")
    page.locator('[name="reason"]').first.wait_for()
    for language in LANGUAGES:
        visit.language = language
        visit.go("office/jobs")
        visit.send("office/jobs/give-up")
        page.locator('[name="reason"]').first.wait_for()
        check(visit, "office-jobs-give-up")
    visit.language = "en"
    visit.go("office/jobs")
    visit.send("office/jobs/give-up")
    # Without a reason nothing is given up.
    visit.send("office/jobs/give-up", "sure")
    page.locator(".error-summary").wait_for()
    check(visit, "office-jobs-no-reason")
    page.locator('[name="reason"][value="no_such_address"]').check()
    visit.send("office/jobs/give-up", "sure")
    visit.at("office/jobs")
    assert "given up" in visit.text and "Nothing is stuck" in visit.text
    post.open()
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0, answer
    assert figure(house, 'saqta_jobs_stuck{queue="message"}') == 0
    assert post.messages("qalganbai@example.kz")[1:] == []
    assert visit.complaints == []
    visit.close()
