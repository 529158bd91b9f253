"""Keys are exchanged while people register and sign in; whatever happens on the way, everybody still gets in."""

import json
import os
import pathlib
import signal
import subprocess
import time
import urllib.error
import urllib.request
import uuid

import pytest

from house import BINARY, House, ROOT, until
from plain import Caller
from stores import query, rows
from test_restart import Crowd

SOURCES = (f"127.0.{high}.{low}" for high in range(1, 255) for low in range(1, 255))
CRASHES = int(os.environ.get("SAQTA_KEY_CRASHES", "4"))


@pytest.fixture
def house():
    house = House().start()
    yield house
    house.remove()


def registered(house, email):
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Көпбай")
    caller.confirm(email)
    return caller.account()


def signs_in(house, email):
    # From an address of their own each time: one that has just asked for a code waits a minute.
    caller = Caller(house, source=next(SOURCES))
    caller.sign_in(email)
    return caller.account()


def content(folder):
    return {file.name: file.read_bytes() for file in pathlib.Path(folder).iterdir() if file.is_file()}


def changes_of_keys(house):
    """What the ledger holds of them, in their order: which keys, and where the root key lies from then on."""
    until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
    found = []
    for (content,) in query(house, "SELECT content FROM bundle ORDER BY number"):
        content = bytes(content)
        while content:
            length = int.from_bytes(content[:2], "big")
            entry, content = json.loads(content[2:2 + length]), content[2 + length:]
            if entry["act"] == "change_keys":
                assert entry["role"] == "operator" and entry["note"]["by"] == "command_line", entry
                found.append((entry["note"]["keys"], entry["note"].get("place")))
    return found


def test_keys_are_exchanged_under_load_and_after_crashes(house):
    people = {}

    def act(number, state):
        """Registers, confirms an address, and signs in from another browser."""
        email = f"person{number}.{uuid.uuid4().hex[:8]}@example.kz"
        people[email] = registered(house, email)
        assert signs_in(house, email) == people[email]

    for number in range(6):
        email = f"early{number}@example.kz"
        people[email] = registered(house, email)
    early = dict(people)
    before = content(house.keys)
    crowd = Crowd(act, 3)
    try:
        # Killed at one point after another, and run again.
        for crash in range(CRASHES):
            rotation = subprocess.Popen(
                [BINARY, "keys", "rotate", "--settle", "1"], cwd=house.folder, env=house.environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            time.sleep(0.15 + crash * 0.45)
            rotation.send_signal(signal.SIGKILL)
            rotation.wait()
            crowd.has_done(1)
        answer = house.run("keys", "rotate", "--settle", "3")
        assert answer.returncode == 0, answer
        for kind in ("index key", "epoch keys", "root key"):
            assert kind in answer.stdout, answer.stdout
        crowd.has_done(3)
    finally:
        done = crowd.end()
    print(f"{done} registrations with a sign-in while keys were exchanged, {CRASHES} crashes")

    assert changes_of_keys(house)[-3:] == [("index", None), ("epochs", None), ("root", None)]
    first, newest = query(house, "SELECT min(version), max(version) FROM address WHERE subject_id IN"
                                 " (SELECT subject_id FROM address ORDER BY at LIMIT 3)")[0]
    assert first == newest > 1
    assert query(house, """SELECT count(DISTINCT subject_id) FROM address
                           WHERE subject_id NOT IN (SELECT subject_id FROM address WHERE version = ?)""", newest)[0][0] == 0
    epochs = {row[0] for row in query(house, "SELECT DISTINCT epoch FROM subject_key", name="keys")}
    assert 1 not in epochs
    after = content(house.keys)
    assert after["root.key"] != before["root.key"] and set(after) == set(before)
    house.restart()
    for email, number in people.items():
        assert signs_in(house, email) == number, email
    history = Caller(house, source=next(SOURCES))
    history.sign_in(next(iter(early)))
    assert any("ключ, по которому вас находят" in line for line in history.history())
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0, answer

    # The former root key opens nothing any more.
    house.end()
    (house.keys / "root.key").write_bytes(before["root.key"])
    answer = house.run("ledger", "verify")
    assert answer.returncode != 0 and "root key does not open" in answer.stderr, answer


@pytest.fixture
def service(tmp_path):
    """A key service of its own, as its script names it."""
    script = ROOT / "scripts" / "openbao.sh"
    told = subprocess.run([script, "start", tmp_path / "bao"], capture_output=True, text=True, timeout=120)
    assert told.returncode == 0, told
    values = dict(pair.split("=", 1) for pair in told.stdout.split())
    values["ask"] = lambda word: subprocess.run([script, word, tmp_path / "bao"], check=True, timeout=60)
    yield values
    values["ask"]("stop")


def ready(house):
    status, _, text = Caller(house).ask("GET", "/ready")
    return status, text


def test_the_root_key_moves_to_a_service_and_back(house, service):
    number = registered(house, "aigerim@example.kz")
    settings = {"SAQTA_KEY_SERVICE": f"{service['tls']}/v1/transit/keys/{service['key']}",
                "SAQTA_KEY_SERVICE_TOKEN_FILE": service["token"], "SAQTA_KEY_SERVICE_CA_FILE": service["ca"]}
    former = (house.keys / "root.key").read_bytes()
    house.environment |= settings

    answer = house.run("keys", "move", "service")
    assert answer.returncode != 0 and "in use" in answer.stderr, answer
    house.end()
    # With the service set and the key still in its file, the server says what to do.
    answer = house.run("serve")
    assert answer.returncode != 0 and "saqta keys move service" in answer.stderr, answer
    answer = house.run("keys", "move", "service")
    assert answer.returncode == 0, answer
    assert not (house.keys / "root.key").exists()
    assert former.strip() not in (house.keys / "root.wrapped").read_bytes()

    house.start()
    assert signs_in(house, "aigerim@example.kz") == number
    assert ready(house)[0] == 200
    assert "key service" in house.run("doctor", "--language", "en").stdout
    answer = house.run("keys", "rotate", "--root")
    assert answer.returncode == 0, answer
    assert signs_in(house, "aigerim@example.kz") == number

    # Sealed: what is open works on, and nothing starts.
    service["ask"]("seal")
    assert signs_in(house, "aigerim@example.kz") == number
    assert ready(house)[0] == 200
    answer = house.run("doctor", "--language", "en")
    assert answer.returncode == 2 and "is sealed" in answer.stdout, answer
    answer = house.run("ledger", "verify")
    assert answer.returncode != 0 and "key service" in answer.stderr and "is sealed" in answer.stderr, answer
    house.end()
    answer = house.run("serve")
    assert answer.returncode != 0 and "is sealed" in answer.stderr, answer
    service["ask"]("unseal")
    house.start()
    assert signs_in(house, "aigerim@example.kz") == number

    house.end()
    answer = house.run("keys", "move", "file")
    assert answer.returncode == 0, answer
    for name in settings:
        del house.environment[name]
    house.start()
    assert signs_in(house, "aigerim@example.kz") == number
    # Each move and the exchange between them are on record.
    assert changes_of_keys(house) == [("root", "service"), ("root", None), ("root", "file")]
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0, answer


def test_a_service_that_stays_away_closes_the_house_and_opens_it_when_it_is_back(house, service):
    number = registered(house, "aigerim@example.kz")
    house.end()
    house.environment |= {
        "SAQTA_KEY_SERVICE": f"{service['endpoint']}/v1/transit/keys/{service['key']}",
        "SAQTA_KEY_SERVICE_TOKEN_FILE": service["token"], "SAQTA_KEY_SERVICE_AWAY_SECONDS": "20"}
    assert house.run("keys", "move", "service").returncode == 0
    house.start()
    service["ask"]("stop")
    until(lambda: ready(house)[0] == 503, seconds=60, pause=1, what="the end of the time")
    assert "keys" in ready(house)[1]
    caller = Caller(house)
    assert caller.ask("GET", "/ru/policy")[0] == 200
    caller.ask("GET", "/ru/register/name")
    assert caller.form("/ru/register/consent", family="Көпбай", given="Ғани", patronymic="", submission=uuid.uuid4().hex,
                       edition="1", declaration="yes", consent="yes", answer="yes")[0] == 503
    service["ask"]("start")
    until(lambda: ready(house)[0] == 200, seconds=60, pause=1, what="the service")
    assert signs_in(house, "aigerim@example.kz") == number


def test_a_folder_of_the_services_script_that_an_earlier_run_left_is_used_again(service):
    def accepted():
        asked = urllib.request.Request(
            f"{service['endpoint']}/v1/auth/token/lookup-self",
            headers={"X-Vault-Token": pathlib.Path(service["token"]).read_text().strip()})
        try:
            return urllib.request.urlopen(asked, timeout=10).status == 200
        except urllib.error.HTTPError:
            return False

    assert accepted()
    # As if an hour had passed.
    root = (pathlib.Path(service["dir"]) / "root").read_text()
    revoked = urllib.request.Request(
        f"{service['endpoint']}/v1/auth/token/revoke", method="POST", headers={"X-Vault-Token": root},
        data=json.dumps({"token": pathlib.Path(service["token"]).read_text().strip()}).encode())
    urllib.request.urlopen(revoked, timeout=10)
    assert not accepted()
    service["ask"]("stop")
    service["ask"]("start")
    assert accepted()
