"""What a business on the Internet has to do with beside its own machine: a provider of mail, an authority that gives out
certificates as Let's Encrypt does, and people with browsers. All of it in a network of its own."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from certificates import Authority
from house import ROOT, Letters, until
from machine import Network

# Addresses of RFC 5737, which nobody has.
HERE, MACHINE = "192.0.2.1", "192.0.2.10"
AUTHORITY = "acme-v02.api.letsencrypt.org"
PROVIDER = "smtp.example.kz"

# Caddy is also an authority, with the same protocol (RFC 8555); it asks the machine by its name before it signs.
ISSUING = """{{
	admin off
	auto_https off
	skip_install_trust
	pki {{
		ca local {{
			root {{
				cert {ca}
				key {ca_key}
			}}
		}}
	}}
}}
https://{name} {{
	bind {address}
	tls {certificate} {key}
	rewrite /directory /acme/local/directory
	acme_server
}}
"""


class Internet(Letters):
    def __init__(self, name, login):
        self.name, self.site = name, f"https://{name}"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-internet-"))
        self.authority = Authority(self.folder / "authority")
        self.here, self.there = Network(), Network()
        self.here.join(self.there, HERE, MACHINE)
        self.hosts = self.folder / "hosts"
        self.hosts.write_text(f"127.0.0.1 localhost\n{MACHINE} {name}\n")
        self.processes = []
        self.provide(login)
        self.give_out()

    def connect(self, root):
        """What a machine knows of it: names, and whom everybody trusts."""
        (root.path / "etc/hosts").write_text(f"127.0.0.1 localhost www\n{HERE} {AUTHORITY} {PROVIDER}\n")
        trusted = root.path / "usr/local/share/ca-certificates/internet.crt"
        shutil.copy(self.authority.file, trusted)
        root.run("update-ca-certificates")

    def begin(self, *words, **more):
        """Something that runs here, and finds the machine by its name."""
        inside = 'mount --bind "$0" /etc/hosts && exec "$@"'
        process = subprocess.Popen(
            self.here.command("unshare", "--mount", "--propagation", "private", "sh", "-c", inside, self.hosts, *words),
            stderr=open(self.folder / "log", "ab"), **more)
        self.processes.append(process)
        return process

    def provide(self, login):
        """A provider of mail that asks for TLS and a password."""
        certificate, key, _ = self.authority.issue(PROVIDER)
        both = self.folder / "provider.pem"
        both.write_text(certificate.read_text() + key.read_text())
        self.letters = self.folder / "letters"
        self.letters.mkdir()
        mail = self.begin(
            sys.executable, ROOT / "Tests/Servers/mail.py", self.letters, "--tls", "starttls", "--login", login,
            "--listen", f"{HERE}:587", "--certificate", both, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert mail.stdout.readline().startswith(b"PORT "), (self.folder / "log").read_text()[-2000:]

    def give_out(self):
        certificate, key, _ = self.authority.issue(AUTHORITY)
        file = self.folder / "Caddyfile"
        file.write_text(ISSUING.format(
            ca=self.authority.file, ca_key=self.authority.key, name=AUTHORITY, address=HERE, certificate=certificate, key=key))
        self.begin("caddy", "run", "--config", file, "--adapter", "caddyfile", stdin=subprocess.DEVNULL,
                   env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.folder)})
        until(lambda: subprocess.run(
            self.here.command("curl", "--silent", "--fail", "--cacert", self.authority.file, "--resolve",
                              f"{AUTHORITY}:443:{HERE}", f"https://{AUTHORITY}/directory"),
            capture_output=True).returncode == 0, what="the authority")

    def browser(self, playwright):
        """Chromium as people have it: it finds the site by its name, and trusts whom everybody trusts."""
        trust = self.folder / ".pki/nssdb"
        trust.mkdir(parents=True)
        store = f"sql:{trust}"
        subprocess.run(["certutil", "-d", store, "-N", "--empty-password"], check=True)
        subprocess.run(["certutil", "-d", store, "-A", "-t", "C,,", "-n", "internet", "-i", self.authority.file], check=True)
        programme = self.folder / "chromium"
        path = os.environ.get("SAQTA_CHROMIUM", "/usr/bin/chromium-headless-shell")
        programme.write_text('#!/bin/sh\nexec {} "$@"\n'.format(" ".join(self.here.command(path))))
        programme.chmod(0o755)
        return playwright.chromium.launch(
            executable_path=programme, env=os.environ | {"HOME": str(self.folder)},
            args=["--no-sandbox", f"--host-resolver-rules=MAP {self.name} {MACHINE}"])

    def messages(self, address):
        """The texts of all letters to an address, the oldest first."""
        letters = sorted(self.letters.glob("*.json"), key=lambda file: int(file.stem))
        read = [json.loads(file.read_text()) for file in letters]
        return [one["text"] for one in read if address in one["to"]]

    def remove(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(20)
        self.here.remove()
        self.there.remove()
        shutil.rmtree(self.folder, ignore_errors=True)
