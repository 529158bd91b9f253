"""Two houses witness each other's ledger; a log that forks or goes back gets no signature, and nobody loses what was signed."""

import base64
import http.client
import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.request
import uuid

import pytest

from house import BINARY, House, free_port, until
from plain import Caller
from stores import query, sound


class Witness:
    """`saqta ledger witness`, a process of its own with a folder of its own."""

    def __init__(self, folder, name, logs):
        self.folder, self.name, self.logs = folder, name, logs
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def command(self, *words):
        return [BINARY, "ledger", "witness", "--folder", self.folder, "--logs", self.logs, "--port", str(self.port), *words]

    def start(self):
        self.log = open(f"{self.folder}.log", "ab")
        self.process = subprocess.Popen(self.command("--name", self.name), stdout=self.log, stderr=subprocess.STDOUT)
        until(lambda: self.answers("GET", "/health")[0] == 200, seconds=60, what="the witness")
        return self

    def end(self, how=signal.SIGTERM):
        if self.process:
            self.process.send_signal(how)
            self.process.wait(20)

    @property
    def key(self):
        return self.answers("GET", "/key")[1].strip()

    def answers(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers.get("Content-Type")
        except OSError:
            return 0, "", None
        finally:
            connection.close()


def get(house, path):
    with urllib.request.urlopen(house.site + path, timeout=20) as answer:
        return answer.read().decode(), answer.headers


def size(note):
    return int(note.split("\n")[1])


def somebody(house, family):
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, family)
    return caller


def entries(house):
    until(lambda: not query(house, "SELECT 1 FROM pending_entry"), what="the sequencer")
    return query(house, "SELECT size FROM tree")[0][0]


@pytest.fixture
def pair(tmp_path):
    """Two houses, each with a witness that the other one runs."""
    houses, witnesses = [], []
    for number in (1, 2):
        place = tmp_path / f"witnesses{number}"
        place.write_text("")
        house = House(WITNESSES=place, WITNESS_SECONDS=1)
        houses.append(house)
        logs = tmp_path / f"logs{number}"
        logs.write_text("# nobody yet\n")
        (tmp_path / f"witness{number}").mkdir()
        witnesses.append(Witness(str(tmp_path / f"witness{number}"), f"witness{number}.example/w", str(logs)))
    try:
        # The key of a log is known once its house has started.
        for house, witness in zip(houses, witnesses):
            house.start()
            open(witness.logs, "a").write(house.ledger_key + "\n")
            witness.start()
            open(house.environment["SAQTA_WITNESSES"], "w").write(f"# the other house\n{witness.key} {witness.address}/\n")
            house.restart()
        yield houses, witnesses
    finally:
        for house in houses:
            house.remove()
        for witness in witnesses:
            witness.end(signal.SIGKILL)


def test_houses_witness_each_other(pair):
    for house, witness in zip(*pair):
        somebody(house, "Апатова")
        grown = entries(house)

        def cosigned():
            note, headers = get(house, "/ledger/checkpoint")
            return note if note.count("\n— ") == 2 and size(note) >= grown else None

        note = until(cosigned, what="the cosignature")
        assert f"— {witness.name} " in note
        line = [one for one in note.splitlines() if one.startswith(f"— {witness.name} ")][0]
        octets = base64.b64decode(line.rsplit(" ", 1)[1])
        assert len(octets) == 4 + 8 + 64
        assert octets[:4].hex() == witness.key.split("+")[1]
        doctor = house.run("doctor", "--language", "en").stdout
        assert f"Witnesses of the ledger: {witness.name}." in doctor, doctor
        sound(house)


def test_a_witness_that_is_away_is_missed_and_caught_up_with(pair):
    (house, _), (witness, _) = pair
    somebody(house, "Апатова")
    until(lambda: get(house, "/ledger/checkpoint")[0].count("\n— ") == 2, what="the cosignature")
    witness.end(signal.SIGKILL)
    somebody(house, "Бектенов")
    until(lambda: query(house, "SELECT fault FROM log_witness") == [("away",)], what="the witness to be missed")
    grown = entries(house)
    witness.start()
    until(lambda: size(get(house, "/ledger/checkpoint")[0]) >= grown
          and query(house, "SELECT fault FROM log_witness") == [(None,)], what="the witness to catch up")


def test_a_log_put_back_gets_no_signature_and_begins_again_under_another_name(pair):
    (house, _), (witness, _) = pair
    somebody(house, "Апатова")
    kept = entries(house)
    house.end()
    yesterday = house.folder / "yesterday"
    shutil.copytree(house.data, yesterday)
    house.start()
    for family in ("Бектенов", "Ойдан", "Үлгіева"):
        somebody(house, family)
    signed = entries(house)
    until(lambda: size(get(house, "/ledger/checkpoint")[0]) >= signed, what="the cosignature")
    old_key = house.ledger_key
    house.end()

    # Rows of yesterday, keys and checkpoint of today.
    for file in house.data.glob("saqta.sqlite*"):
        file.unlink()
    for file in yesterday.glob("saqta.sqlite*"):
        shutil.copy2(file, house.data)
    house.start()
    until(lambda: "Run saqta ledger recover" in house.said(), what="the word of it")
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(house, "/ready")
    assert refused.value.code == 503 and "ledger" in refused.value.read().decode()
    told = house.run("ledger", "recover")
    assert told.returncode == 1, told
    assert f"entries {kept} to {signed - 1} are missing" in told.stdout
    name = re.search(r"--begin-again (\S+)", told.stdout)[1]
    assert name.endswith("/ledger/2")
    doctor = house.run("doctor", "--language", "en").stdout
    assert "does not continue what was signed" in doctor and "saqta ledger recover" in doctor
    busy = house.run("ledger", "recover", "--begin-again", name)
    assert busy.returncode == 1 and "in use" in busy.stderr
    house.end()
    wrong = house.run("ledger", "recover", "--begin-again", "another/name")
    assert wrong.returncode == 1 and "REFUSED" in wrong.stdout
    done = house.run("ledger", "recover", "--begin-again", name)
    assert done.returncode == 0, done
    house.start()
    until(lambda: get(house, "/ready"), what="readiness")
    key = get(house, "/ledger/2/key")[0].strip()
    assert key.startswith(name + "+") and key != old_key
    until(lambda: not query(house, "SELECT 1 FROM pending_entry"), what="the sequencer")
    sound(house)
    # The witness knows no such log until it is told.
    until(lambda: query(house, "SELECT fault FROM log_witness") == [("unknown_log",)], what="the witness's no")
    open(witness.logs, "a").write(key + "\n")
    until(lambda: get(house, "/ledger/2/checkpoint")[0].count("\n— ") == 2, what="the cosignature of the new log")
    with urllib.request.urlopen(house.site + "/ledger/2/tile/0/000.p/1") as tile:
        assert "immutable" in tile.headers["Cache-Control"] and len(tile.read()) == 32


def test_a_fork_is_refused_by_the_witness(pair, tmp_path):
    (house, _), (witness, _) = pair
    somebody(house, "Апатова")
    first = entries(house)
    # All of it: the rows of yesterday then say that the witness has just been asked.
    until(lambda: query(house, "SELECT size FROM log_witness WHERE cosigned_at IS NOT NULL") == [(first,)],
          what="the cosignature")
    house.end()
    yesterday = house.folder / "yesterday"
    shutil.copytree(house.data, yesterday)
    house.start()
    somebody(house, "Бектенов")
    signed = entries(house)
    until(lambda: size(get(house, "/ledger/checkpoint")[0]) >= signed
          and get(house, "/ledger/checkpoint")[0].count("\n— ") == 2, what="the cosignature")
    house.end()
    # Everything of yesterday, the checkpoint file too: only the witness knows better.
    shutil.rmtree(house.data)
    shutil.copytree(yesterday, house.data)
    house.start()
    until(lambda: query(house, "SELECT fault FROM log_witness") == [("ahead",)], what="the witness's warning")
    doctor = house.run("doctor", "--language", "en").stdout
    assert "signed a longer ledger" in doctor
    for family in ("Ойдан", "Үлгіева", "Серік"):
        somebody(house, family)
    until(lambda: query(house, "SELECT fault FROM log_witness") == [("refused",)], what="the witness's refusal")
    note = query(house, "SELECT note FROM tree")[0][0]
    status, said, _ = witness.answers("POST", "/add-checkpoint", f"old 0\n\n{note}".encode())
    assert (status, said) == (409, f"{signed}\n")
