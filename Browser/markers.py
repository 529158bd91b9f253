"""Words that are planted wherever somebody can write, and every place where none of them may be read."""

import base64
import email
import email.policy
import json
import quopri
import re
import urllib.parse
import urllib.request


class Markers:
    """What was planted. Called with a word it plants it, and gives it back."""

    def __init__(self, *texts):
        self.texts, self.octets = list(texts), []
        # Tokens that a message brings, which it alone may hold, and the address to which it leads.
        self.mailed = []

    def __call__(self, text):
        self.texts.append(text)
        return text

    def officer(self, officer):
        """Everything that a member of staff is known by, or proves who they are with."""
        secret = re.sub(r"[^A-Z2-7]", "", officer.secret.upper())
        self.texts += [officer.family, officer.given, officer.email, officer.password, secret, *officer.recovery,
                       *(code.replace("-", "") for code in officer.recovery)]
        self.octets.append(base64.b32decode(secret + "=" * (-len(secret) % 8)))

    def link(self, token, mailed=False):
        """A token that opens something by itself, in hexadecimal; `mailed`: a message brings it."""
        (self.mailed if mailed else self.texts).append(token)
        if not mailed:
            self.octets.append(bytes.fromhex(token))

    def ready(self):
        """Nothing more will be planted."""
        words = _forms(self.texts) | set(self.octets)
        self.pattern = _pattern(words | _forms(self.mailed) | {bytes.fromhex(link) for link in self.mailed})
        self.but_mailed = _pattern(words)
        return self

    def found(self, octets, mailed=True):
        """The forms of them that are there; without those of `mailed` tokens where they belong."""
        return sorted(set((self.pattern if mailed else self.but_mailed).findall(octets)))


def _forms(texts):
    """Texts in any writing, and in the encodings that a store, an address or a letter may use."""
    forms = set()
    for text in {form for text in texts for form in (text, text.lower(), text.upper())}:
        forms |= {text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251") if _has(text, encoding)}
        whole = text.encode()
        forms |= {urllib.parse.quote(text).encode(), json.dumps(text)[1:-1].encode(), quopri.encodestring(whole),
                  whole.hex().encode()}
        forms |= {base64.b64encode(bytes(before) + whole)[(before * 8 + 5) // 6:(before + len(whole)) * 8 // 6]
                  for before in range(3)}
    return forms


def _has(text, encoding):
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _pattern(words):
    """One expression for all of them, a tree of their first octets: each octet is looked at about once."""
    tree = {}
    for word in words:
        node = tree
        for octet in word:
            node = node.setdefault(octet, {})
        node[None] = {}

    def write(node):
        if None in node:
            return b""
        ways = [re.escape(bytes([octet])) + write(rest) for octet, rest in node.items()]
        return ways[0] if len(ways) == 1 else b"(?:" + b"|".join(ways) + b")"

    return re.compile(write(tree))


class Travelled:
    """A house through which markers went, and the browsers of everybody who took part."""

    def __init__(self, house, markers, *visits):
        self.house, self.markers, self.visits = house, markers.ready(), visits

    def clean(self, octets, where, mailed=True):
        found = self.markers.found(octets, mailed)
        assert not found, f"{where}: {found}"

    def the_log(self):
        log = self.house.log.read_bytes()
        assert log.count(b"GET") > 50
        self.clean(log, "the log")

    def addresses(self):
        """No address of a page, and none that a browser tells as the one that it comes from."""
        asked = {address for visit in self.visits for address in visit.addresses}
        told = {address for visit in self.visits for address in visit.referers if address}
        assert len(asked) > 50 and told
        for address in asked | told:
            octets = address.encode() + b"\n" + urllib.parse.unquote(address).encode()
            # A link is an address by itself; where it led is told to nobody.
            self.clean(octets, address, mailed=address in told)

    def figures(self):
        with urllib.request.urlopen(f"{self.house.site}/metrics") as answer:
            figures = answer.read()
        assert b"saqta_cases" in figures
        self.clean(figures, "the figures")
        told = self.house.run("doctor")
        assert told.stdout
        self.clean((told.stdout + told.stderr).encode(), "what the doctor says")

    def messages(self):
        """A message names its address and nothing else."""
        files = [one for one in (self.house.data / "outbox").iterdir() if one.suffix in (".eml", ".txt")]
        assert len(files) >= 3
        for file in files:
            lines = file.read_bytes().split(b"\n")
            rest = b"\n".join(line for line in lines if not line.startswith(b"To:"))
            self.clean(rest + file.name.encode(), file, mailed=False)
            if file.suffix == ".eml":
                mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                parts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
                heads = [str(value) for name, value in mail.items() if name != "To"]
                assert parts
                self.clean("\n".join(heads + parts).encode(), file, mailed=False)

    def data(self):
        # A database in a file holds much that is empty.
        assert self.search(self.house.data) + self.rows() > (100_000 if self.house.databases else 500_000)
        assert self.house.databases or (self.house.data / "saqta.sqlite-wal").exists()

    def rows(self):
        """What lies in databases of a server of their own. Returns how many octets that were."""
        searched = 0
        for name in ("saqta", "keys") if self.house.databases else ():
            for table in self.house.databases.tables(name):
                for row in self.house.databases.query(f'SELECT * FROM "{table}"', (), name):
                    values = [value if isinstance(value, bytes) else str(value).encode() for value in row]
                    self.clean(b"\n".join(values), table)
                    searched += sum(map(len, values))
        return searched

    def keys(self):
        self.search(self.house.keys)

    def temporary(self):
        self.search(self.house.temporary)

    def backups(self):
        """What a backup brings out of the house."""
        folder = self.house.folder / "backups"
        for words in (("init",), ("--to", folder)):
            answer = self.house.run("backup", *words)
            assert answer.returncode == 0, answer
            self.clean((answer.stdout + answer.stderr).encode(), "what the backup says")
        assert self.search(folder) > 100_000

    def search(self, folder):
        """Reads all files of a folder. Returns how many octets that were."""
        searched = 0
        for file in folder.rglob("*"):
            name = str(file.relative_to(folder)).encode()
            self.clean(name, file)
            # Messages are looked at line by line above.
            if file.is_file() and "outbox" not in file.parts:
                # What room is held free for the disk is nothing but zeros.
                octets = file.read_bytes().rstrip(b"\0")
                self.clean(octets, file)
                searched += len(octets)
        return searched


# The places where somebody may look, each a method.
PLACES = ["the_log", "addresses", "figures", "messages", "data", "keys", "temporary", "backups"]
