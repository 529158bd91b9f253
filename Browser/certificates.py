"""Certificates of a test's own authority, and how to talk to whoever shows them."""

import os
import pathlib
import ssl
import subprocess


class Authority:
    """A certificate authority in a folder; no name of it is known outside the test."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.file, self.key = self.folder / "ca.pem", self.folder / "ca.key"
        self.number = 0
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                      "-subj", "/CN=Saqta test authority", "-addext", "basicConstraints=critical,CA:TRUE",
                      "-keyout", self.key, "-out", self.file)

    @staticmethod
    def _openssl(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)

    def issue(self, *names, kind="ec"):
        """A new certificate and its key. Returns (certificate, key, serial number)."""
        self.number += 1
        stem = self.folder / f"site{self.number}"
        certificate, key, request = (stem.with_suffix(end) for end in (".pem", ".key", ".csr"))
        made = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] if kind == "ec" else ["rsa:2048"]
        self._openssl("req", "-newkey", *made, "-nodes", "-subj", f"/CN={names[0]}", "-keyout", key, "-out", request)
        extensions = stem.with_suffix(".ext")
        extensions.write_text("subjectAltName=" + ",".join(
            f"IP:{name}" if name[0].isdigit() else f"DNS:{name}" for name in names) + "\n")
        serial = 1000 + self.number
        self._openssl("x509", "-req", "-in", request, "-CA", self.file, "-CAkey", self.key, "-set_serial", serial,
                      "-days", "1", "-extfile", extensions, "-out", certificate)
        os.chmod(key, 0o600)
        return certificate, key, serial

    @property
    def context(self):
        return ssl.create_default_context(cafile=self.file)
