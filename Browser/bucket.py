"""An S3 service for the browser's tests: that of the test run, or one of this run's own."""

import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import uuid
import xml.etree.ElementTree

from house import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from seaweedfs_bucket import signed  # noqa: E402

SCRIPT = ROOT / "scripts" / "seaweedfs.sh"


class Service:
    def __init__(self, told, folder=None):
        self.told = dict(pair.split("=", 1) for pair in told.split())
        self.folder = folder

    @classmethod
    def own(cls):
        """One that a test may stop and start again."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="saqta-s3-"))
        return cls(cls.script("start", folder), folder)

    @classmethod
    def shared(cls):
        told = os.environ.get("SAQTA_TEST_S3")
        return cls(told) if told else cls.own()

    @staticmethod
    def script(word, folder):
        return subprocess.run([SCRIPT, word, folder], check=True, stdout=subprocess.PIPE, text=True).stdout

    def start(self):
        self.script("start", self.folder)

    def stop(self):
        if self.folder:
            self.script("stop", self.folder)


class Bucket:
    """Documents of one server, under a prefix of their own."""

    def __init__(self, service):
        self.service, self.prefix = service, f"browser-{uuid.uuid4().hex[:12]}"

    def settings(self, **more):
        """What a server needs to keep its documents here, by TLS."""
        told = self.service.told
        return {"DOCUMENTS": f"s3://{told['bucket']}/{self.prefix}", "DOCUMENTS_COUNTRY": "KZ", "S3_ENDPOINT": told["tls"],
                "S3_CA_FILE": told["ca"], "S3_KEY_FILE": told["key"]} | more

    def ask(self, method, path, query=""):
        identity, secret = pathlib.Path(self.service.told["key"]).read_text().split()
        host = self.service.told["endpoint"].removeprefix("http://")
        with urllib.request.urlopen(signed(host, method, path, identity, secret, query), timeout=30) as answer:
            return answer.read()

    def objects(self):
        """The names of all objects below the prefix."""
        found = self.ask("GET", f"/{self.service.told['bucket']}",
                         f"list-type=2&prefix={urllib.parse.quote(self.prefix + '/', safe='')}")
        return sorted(node.text.removeprefix(self.prefix + "/") for node in xml.etree.ElementTree.fromstring(found).iter()
                      if node.tag.rsplit("}")[-1] == "Key")

    def uploads(self):
        """How many uploads of several parts have not come to their end."""
        found = self.ask("GET", f"/{self.service.told['bucket']}",
                         f"prefix={urllib.parse.quote(self.prefix + '/', safe='')}&uploads=")
        return sum(node.tag.rsplit("}")[-1] == "Upload" for node in xml.etree.ElementTree.fromstring(found).iter())

    def read(self, name):
        return self.ask("GET", f"/{self.service.told['bucket']}/{self.prefix}/{name}")
