"""The package on a machine that has never seen Saqta: installed, set up, used, removed, installed again; the data stay."""

import os
import shlex
import signal
import subprocess
import uuid

import pytest

from clean_root import CleanRoot
from house import ROOT, free_port, until
from plain import Caller

ADDRESS = "Алматы, Абай даңғылы, 1"

UNITS = ["saqta.socket", "saqta.service", "saqta-backup.timer"]

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="a root of its own takes root")


@pytest.fixture(scope="module")
def root(package):
    root = CleanRoot()
    root.copy(package, "opt/saqta.deb")
    yield root
    root.remove()


class Service:
    """The server as its unit starts it; a caller needs to know only its port, its outbox and what a proxy adds."""

    proxied = {"Host": "www.example.kz", "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}

    def __init__(self, root):
        self.port, self.root = free_port(), root
        self.log = open(root.path / "var/log/saqta-test", "ab+")
        begins = self.log.seek(0, os.SEEK_END)
        self.process = root.start("env", f"SAQTA_PORT={self.port}", "saqta", "serve", log=self.log)

        def listens():
            self.log.seek(begins)
            return b"Saqta listens" in self.log.read()

        until(listens, seconds=90, what="the service")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.log.close()


def make_install(root, folder):
    """`make install` from the sources, of a debug build; its apt-get is that of the root."""
    apt = folder / "apt-get"
    inside = shlex.join(root.command("apt-get", "-q", "install", "-y", "--no-install-recommends", "/opt/made.deb"))
    apt.write_text(f'#!/bin/sh\nset -eu\n[ "$1 $2 $#" = "install -y 3" ]\ncp "$3" {root.path}/opt/made.deb\nexec {inside}\n')
    apt.chmod(0o755)
    run = subprocess.run(
        ["make", "install", "KIND=debug"], cwd=ROOT, env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True, text=True, timeout=600)
    assert run.returncode == 0 and "Next: saqta init" in run.stdout, run
    assert (root.path / "opt/made.deb").exists()


def test_it_is_installed_set_up_used_removed_and_installed_again(root, tmp_path):
    installed = root.run("apt-get", "-q", "-y", "install", "--no-install-recommends", "/opt/saqta.deb")
    assert "Next: saqta init" in installed.stdout
    for unit in UNITS:
        assert enabled(root, unit) == "enabled", unit
    answers = "\n".join(["https://www.example.kz", "", ADDRESS, "", "", "", "", "", "990228601248", "none", "Дала Пошта", "Дала Байланыс", "none", ""])
    assert "saqta doctor" in root.run("saqta", "init", input=answers).stdout
    # The server can read its settings, others cannot.
    settings = root.path / "etc/saqta/saqta.env"
    assert settings.stat().st_mode & 0o777 == 0o640 and settings.stat().st_gid == (root.path / "etc/saqta").stat().st_gid
    doctor = root.run("saqta", "doctor", check=False)
    assert doctor.returncode == 2 and "The data lie in: KZ." in doctor.stdout, doctor
    assert "A jailed process of its own reads documents." in doctor.stdout
    assert "Only their owner can read data and keys." in doctor.stdout
    assert "runs as a user of its own" in doctor.stdout

    # Another operator's policy is made from the template of the package, and the server can read it.
    (root.path / "tmp/answers").write_text(
        "name_ru=Дала\nname_en=Dala\nsite=dala.example.kz\nemail=dala@example.kz\ntelephone=87770000000\n")
    made = root.run("saqta", "policy", "new", "/etc/saqta/policies/dala", "--answers", "/tmp/answers")
    assert "0 errors" in made.stdout
    assert all(file.stat().st_mode & 0o444 == 0o444 for file in (root.path / "etc/saqta/policies/dala").iterdir())

    with Service(root) as service:
        caller = Caller(service)
        caller.begin(uuid.uuid4().hex, "Орнатбай")
        number = caller.account()
        assert number and "demo" not in caller.ask("GET", "/en/")[2]
        caller.close()
    state = root.path / "var/lib/saqta"
    assert state.stat().st_mode & 0o777 == 0o700 and state.stat().st_uid != 0

    for word in ("remove", "purge"):
        root.run("apt-get", "-q", "-y", word, "saqta")
        assert not list((root.path / "etc/systemd/system").rglob("saqta*")) or word == "remove"
        assert (state / "data/saqta.sqlite").exists() and (state / "keys/root.key").exists(), word
    make_install(root, tmp_path)
    assert ADDRESS in settings.read_text()
    with Service(root) as service:
        caller.house = service
        again = Caller(service)
        again.cookies = caller.cookies
        assert again.account() == number and again.names() == "Орнатбай"
        again.close()
    verified = root.run("saqta", "ledger", "verify")
    assert verified.stdout.startswith("ok"), verified


def enabled(root, unit):
    return subprocess.run(
        ["systemctl", f"--root={root.path}", "is-enabled", unit], capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("unit", ["saqta.service", "saqta-backup.service"])
def test_a_unit_exposes_little(unit):
    run = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", ROOT / "packaging" / unit],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-600:] + run.stderr
