"""The guide for the first five minutes, played as it is written: its commands, and every label that it names."""

import os
import re
import signal
import subprocess

import pytest

from house import BINARY, PLENTY, ROOT, free_port, until
from office import totp
from pages import Visit
from walk import Walk, sections, text_of

NAME = "five-minutes.md"


class Sources:
    """A folder of sources that has been built, and the server that `make run` starts in it."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        for name in ("Makefile", "Package.swift", "Sources", "scripts", "policies"):
            (folder / name).symlink_to(ROOT / name)
        built = folder / ".build" / "release"
        built.mkdir(parents=True)
        for name in ("saqta", "saqta-imaging"):
            (built / name).symlink_to(os.path.join(os.path.dirname(BINARY), name))
        # As a build leaves it behind, so that `make run` finds nothing to do.
        (built / ".saqta-built").touch()
        self.environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH")
                            if name in os.environ} | {"SAQTA_PORT": str(self.port)}
        self.environment |= {"SAQTA_" + name: str(value) for name, value in PLENTY.items()}
        self.log = folder / "log"
        self.site = f"http://127.0.0.1:{self.port}"

    def commands(self, heading):
        """The commands under a heading; the guide's port is another one here, as tests run beside each other."""
        found = re.findall(r"^```sh\n(.*?)^```", sections(text_of(NAME))[heading], re.M | re.S)
        return [command.replace("127.0.0.1:8080", f"127.0.0.1:{self.port}") for command in found]

    def start(self, command):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["bash", "-c", command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True)

        def listens():
            assert self.process.poll() is None, self.log.read_text(errors="replace")[-2000:]
            return b"Saqta listens" in self.log.read_bytes()

        until(listens, seconds=120, what="make run")

    def run(self, command):
        answer = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, env=self.environment, capture_output=True,
            text=True, timeout=120)
        assert answer.returncode == 0, (command, answer)
        return answer.stdout

    def end(self):
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(30)


@pytest.fixture
def sources(tmp_path):
    sources = Sources(tmp_path)
    [command] = sources.commands("1. Start")
    sources.start(command)
    yield sources
    if sources.process.poll() is None:
        sources.end()


def becomes_administrator(sources, office):
    walk = Walk(NAME, "2. Become the administrator", office)
    link = re.search(r"Enrol the first administrator \(once\): (\S+)", sources.log.read_text())[1]
    office.page.goto(link)
    walk.press("English")
    walk.sees("Join the staff")
    walk.fill("Family name", "Сынақов")
    walk.fill("Given name", "Сынақ")
    walk.fill("E-mail address", "chief@example.kz")
    walk.fill("New password", "қоңыр тиін терезеде отыр 47")
    walk.press("Continue")
    walk.sees("Your app with codes")
    secret = office.page.locator(".copyable code").first.text_content()
    walk.fill("Six digits", totp(secret))
    walk.press("Continue")
    walk.sees("Recovery codes")
    assert office.page.locator("ol.codes code").count() == 10
    walk.press("I have kept the codes, continue")
    walk.sees("Confidentiality undertaking")
    walk.press("Accept")
    walk.press("Staff")
    walk.press("Change")
    walk.take("Role")
    walk.take("Reviewer")
    office.page.get_by_label("Role", exact=True).select_option(label="Reviewer")
    walk.press("Give role")
    walk.ends()


def registers(sources, private, picture):
    walk = Walk(NAME, "3. Register a person", private)
    private.page.goto(f"{sources.site}/en")
    walk.press("Register")
    walk.press("Begin")
    walk.fill("Family name", "Үлгібай")
    walk.fill("Given name", "Ғани")
    walk.press("Continue")
    walk.field("These are my own data, and I am 18 or older.").check()
    walk.field("I consent to the collection and processing of my personal data").check()
    walk.press("I agree")
    walk.fill("E-mail", "nobody@example.kz")
    walk.press("Continue")
    private.at("register/code/email")
    [command] = sources.commands("3. Register a person")
    until(lambda: list((sources.folder / "data/outbox").glob("[!.]*")), what="the message")
    _, _, message = sources.run(command).partition("\n\n")
    walk.fill("Code", re.search(r"(?<!\d)\d{6}(?!\d)", message)[0])
    walk.press("Confirm")
    private.page.evaluate("() => { document.body.dataset.before = 'yes' }")
    with private.page.expect_file_chooser() as chooser:
        walk.field("Choose files").click()
    chooser.value.set_files(picture)
    private.page.wait_for_function(
        "() => !document.body.dataset.before && !document.querySelector('[data-poll]')"
        " && document.querySelector('.received img')", timeout=60_000)
    walk.press("Continue")
    walk.press("Send to be reviewed")
    walk.sees("Your registration is sent")
    walk.ends()


def is_reviewed(office):
    walk = Walk(NAME, "4. Review it", office)
    walk.press("Review queue")
    walk.press("Next case")
    walk.press("Approve")
    walk.sees("Undo the decision")
    walk.ends()
    office.page.get_by_role("button", name="Undo the decision").wait_for(state="detached", timeout=25_000)


def sees_who_looked(sources, private):
    walk = Walk(NAME, "5. See who looked, and check the receipt", private)
    walk.press("Go to your account")
    walk.sees("You are registered")
    walk.press("Who looked")
    walk.sees("opened your registration")
    walk.sees("decided")
    walk.press("Status")
    walk.press("Take a receipt")
    with private.page.expect_download() as download:
        walk.press("Download the file to check")
    walk.ends()
    download.value.save_as(sources.folder / "receipt.json")
    [commands] = sources.commands("5. See who looked, and check the receipt")
    said = sources.run(commands)
    assert said.startswith("ok, receipt") and re.search(r"^ok, \d+ entries, root ", said, re.M), said


def test_a_newcomer_gets_from_the_start_to_a_receipt_that_verifies(sources, chromium, specimens):
    office = Visit(chromium, sources, width=1280, language="en")
    private = Visit(chromium, sources, width=1280, language="en")
    becomes_administrator(sources, office)
    registers(sources, private, specimens / "back.jpg")
    is_reviewed(office)
    sees_who_looked(sources, private)
    assert not office.complaints + private.complaints
    office.close()
    private.close()

    # "Go on": ended and started again, it has everything that it had; without the folders it begins anew.
    sources.end()
    sources.start("make run")
    assert "Enrol the first administrator" not in sources.log.read_text()
    assert sources.run(".build/release/saqta ledger verify").startswith("ok")
    sources.end()
    subprocess.run(["rm", "-r", "data", "keys"], cwd=sources.folder, check=True)
    sources.start("make run")
    assert "Enrol the first administrator" in sources.log.read_text()
