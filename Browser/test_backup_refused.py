"""A backup that was changed, cut, mixed up or is somebody else's is refused, with the place named; nothing is left of it."""

import io
import re
import subprocess
import tarfile

import pytest

from house import BINARY, House
from plain import Caller
from test_backup import Somebody, lose_everything, restore, sound
from stores import rows

CHUNK = 65_536 + 16


@pytest.fixture(scope="module")
def house(specimens):
    """A server with some people and a document."""
    house = House().start()
    for number in range(2):
        Somebody(house, number, (specimens / "back.jpg").read_bytes() if number == 0 else None)
    initialise(house)
    yield house
    house.remove()


def initialise(house):
    answer = house.run("backup", "init")
    assert answer.returncode == 0, answer
    (house.folder / "recovery-key.txt").write_text(answer.stdout)


def back_up(house, folder):
    answer = house.run("backup", "--to", folder)
    assert answer.returncode == 0, answer
    return {name: next(iter(sorted(folder.glob(f"saqta-{name}-*.age"), reverse=True))) for name in ("data", "keys")}


@pytest.fixture(scope="module")
def sets(house, tmp_path_factory):
    return back_up(house, tmp_path_factory.mktemp("backups"))


def beginning(octets):
    """Where the chunks of an age file begin."""
    return octets.index(b"\n", octets.index(b"\n--- ") + 1) + 1 + 16


def refused(house, sets, changed, octets, folder, *words):
    """Tries to restore one changed file. Returns what was said."""
    file = folder / f"changed-{changed}.age"
    file.write_bytes(octets)
    files = {name: file if name == changed else sets[name] for name in sets}
    target = folder / "into"
    for last in (["--check"], ["--into", target]):
        answer = restore(house, "--data", files["data"], "--keys", files["keys"], *words, *last)
        assert answer.returncode == 1, answer
        assert f"refused: {file}: the {changed} set" in answer.stderr, answer.stderr
    assert [*target.rglob("*")] == [], "something is left of a refused backup"
    return answer.stderr


@pytest.mark.parametrize("changed", ["data", "keys"])
@pytest.mark.parametrize("place", ["format", "recipient", "nonce", "first", "middle", "last"])
def test_a_changed_octet_is_named_by_its_place(house, sets, tmp_path, changed, place):
    octets = bytearray(sets[changed].read_bytes())
    start = beginning(octets)
    offset = {"format": 5, "recipient": 60, "nonce": start - 3, "first": start, "middle": (start + len(octets)) // 2,
              "last": len(octets) - 1}[place]
    octets[offset] ^= 1
    said = refused(house, sets, changed, bytes(octets), tmp_path)
    if place in ("format", "recipient"):
        assert "header" in said
    else:
        number = max(0, offset - start) // CHUNK
        assert re.search(rf"chunk {number}, octets {start + number * CHUNK} to \d+", said), said


@pytest.mark.parametrize("changed", ["data", "keys"])
@pytest.mark.parametrize("left", ["nothing", "half a header", "the header", "whole chunks", "all but an octet"])
def test_a_cut_is_named_by_its_place(house, sets, tmp_path, changed, left):
    octets = sets[changed].read_bytes()
    start = beginning(octets)
    chunks = (len(octets) - start) // CHUNK
    length = {"nothing": 0, "half a header": 70, "the header": start, "whole chunks": start + chunks * CHUNK,
              "all but an octet": len(octets) - 1}[left]
    said = refused(house, sets, changed, octets[:length], tmp_path)
    last = length - 1 if left == "all but an octet" else length
    assert re.search(rf"(octet|to) {last}, .*where the file ends", said), said


def test_octets_behind_the_end_are_refused(house, sets, tmp_path):
    refused(house, sets, "data", sets["data"].read_bytes() + b"more", tmp_path)


def opened(house, file):
    """The members of a set, header and content, as somebody with the recovery key can see them."""
    plain = subprocess.run(
        ["age", "-d", "-i", house.folder / "recovery-key.txt", file], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        return [(plain[info.offset:info.offset_data], plain[info.offset_data:info.offset_data + info.size])
                for info in tar.getmembers()]


def name(member):
    return member[0][:100].rstrip(b"\0").decode()


def with_content(member, content, name=None):
    """A member with another content, and another name if asked."""
    header = bytearray(member[0])
    if name:
        header[:100] = name.encode().ljust(100, b"\0")
    header[124:136] = b"%011o\0" % len(content)
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header), content


def sealed(house, members):
    """The same sealed again, as anybody can who knows the public half of the recovery key."""
    plain = b"".join(header + content + b"\0" * (-len(content) % 512) for header, content in members) + b"\0" * 1024
    recipient = (house.keys / "backup.recipient").read_text().strip()
    return subprocess.run(["age", "-r", recipient], input=plain, check=True, capture_output=True).stdout


def test_what_is_taken_apart_and_put_together_again_is_the_same_backup(house, sets, tmp_path):
    found = opened(house, sets["data"])
    file = tmp_path / "again.age"
    file.write_bytes(sealed(house, [with_content(one, one[1]) for one in found]))
    answer = restore(house, "--data", file, "--keys", sets["keys"], "--check")
    assert answer.returncode == 0, answer


def objects(found):
    return [index for index, one in enumerate(found) if name(one).startswith("data/documents/")]


def test_swapped_members_are_named(house, sets, tmp_path):
    found = opened(house, sets["data"])
    first, second = objects(found)[:2]
    found[first], found[second] = (
        with_content(found[first], found[second][1]), with_content(found[second], found[first][1]))
    said = refused(house, sets, "data", sealed(house, found), tmp_path)
    assert f"member {name(found[first])}" in said and "SHA-256 differs" in said


def test_a_missing_member_and_one_too_many_are_named(house, sets, tmp_path):
    found = opened(house, sets["data"])
    index = objects(found)[0]
    said = refused(house, sets, "data", sealed(house, found[:index] + found[index + 1:]), tmp_path)
    assert f"member {name(found[index])}" in said
    for strange in ("data/more", "../outside", "/tmp/outside", "data/documents/00/00/" + "0" * 32):
        more = with_content(found[index], b"x", name=strange)
        refused(house, sets, "data", sealed(house, found[:3] + [more] + found[3:]), tmp_path)
    assert not (tmp_path / "outside").exists()


def test_the_two_sets_in_each_others_place_are_noticed(house, sets, tmp_path):
    said = refused(house, sets, "data", sets["keys"].read_bytes(), tmp_path)
    assert "data and keys are mixed up" in said
    said = refused(house, sets, "keys", sets["data"].read_bytes(), tmp_path)
    assert "data and keys are mixed up" in said


def test_another_recovery_key_opens_nothing(house, sets, tmp_path):
    subprocess.run(["age-keygen", "-o", tmp_path / "other.txt"], check=True, capture_output=True)
    answer = house.run("restore", "--data", sets["data"], "--keys", sets["keys"], "--check", "--recovery-key",
                       tmp_path / "other.txt")
    assert answer.returncode == 1 and "the header: the recovery key does not open it" in answer.stderr


def test_another_installation_is_refused(house, sets, tmp_path):
    other = House().start()
    try:
        # Sealed for the same key, as anybody can.
        recipient = (house.keys / "backup.recipient").read_text().strip()
        assert other.run("backup", "init", "--recipient", recipient).returncode == 0
        theirs = back_up(other, tmp_path / "theirs")
        said = refused(house, sets, "data", theirs["data"].read_bytes(), tmp_path)
        assert "another installation" in said
        answer = restore(house, "--data", sets["data"], "--keys", theirs["keys"], "--check")
        assert answer.returncode == 1 and "another installation" in answer.stderr
        answer = restore(house, "--from", tmp_path / "theirs", "--check", "--key", house.ledger_key)
        assert answer.returncode == 1 and "the key of the ledger is another one" in answer.stderr
        assert restore(house, "--from", tmp_path / "theirs", "--check").returncode == 0
        # Data of one with the manifest of the other.
        mixed = opened(house, sets["data"])[:1] + opened(house, theirs["data"])[1:]
        said = refused(house, sets, "data", sealed(house, mixed), tmp_path)
        assert "member backup/data/seal.txt: it is not signed" in said
    finally:
        other.remove()


def test_a_restore_overwrites_nothing(house, sets, tmp_path):
    for name in ("data", "keys"):
        target = tmp_path / name
        (target / name).mkdir(parents=True)
        (target / name / "something").write_text("mine")
        answer = restore(house, "--data", sets["data"], "--keys", sets["keys"], "--into", target)
        assert answer.returncode == 1 and "overwrites nothing" in answer.stderr
        assert [file.name for file in target.rglob("*") if file.is_file()] == ["something"]


def piped(house, name, file):
    with open(file, "wb") as out:
        answer = subprocess.run(
            [BINARY, "backup", "--pipe", name], cwd=house.folder, env=house.environment, stdout=out,
            stderr=subprocess.PIPE, timeout=120)
    assert answer.returncode == 0, answer


def test_data_come_through_a_pipe_and_the_key_is_typed_in(house, sets, tmp_path):
    key = (house.folder / "recovery-key.txt").read_text().splitlines()[-1]
    typed = " ".join(key[start:start + 8] for start in range(0, len(key), 8)).lower()
    for words, given in ((["--data", "-", "--recovery-key", house.folder / "recovery-key.txt"], sets["data"].read_bytes()),
                         (["--data", sets["data"], "--recovery-key", "-"], typed.encode())):
        command = [BINARY, "restore", "--check", "--keys", sets["keys"], *words]
        answer = subprocess.run(
            [*map(str, command)], cwd=house.folder, env=house.environment, input=given, capture_output=True)
        assert answer.returncode == 0, answer
    octets = bytearray(sets["data"].read_bytes())
    octets[beginning(octets) + 2 * CHUNK] ^= 1
    command = [BINARY, "restore", "--check", "--keys", sets["keys"], "--data", "-", "--recovery-key",
               house.folder / "recovery-key.txt"]
    answer = subprocess.run(
        [*map(str, command)], cwd=house.folder, env=house.environment, input=bytes(octets), capture_output=True)
    assert answer.returncode == 1 and b"after 131072 octets" in answer.stderr, answer


def test_keys_from_before_the_data_are_refused_unless_asked_for(house, tmp_path):
    house.end()
    keys, data = tmp_path / "keys.age", tmp_path / "data.age"
    piped(house, "keys", keys)
    house.start()
    # A server that has just started makes new keys.
    later = Somebody(house, 30).remember()
    piped(house, "data", data)
    answer = restore(house, "--data", data, "--keys", keys, "--into", tmp_path / "into")
    assert answer.returncode == 1 and "made before the data set" in answer.stderr
    answer = restore(house, "--data", data, "--keys", keys, "--into", tmp_path / "into", "--older-keys")
    assert answer.returncode == 2 and "WITHOUT A KEY, nothing about them can be read: 1 persons" in answer.stdout
    assert (tmp_path / "into" / "data" / "saqta.sqlite").exists()
    assert later.number


def test_who_is_erased_between_data_and_keys_stays_erased(house, tmp_path):
    leaving, staying, witness = Somebody(house, 40), Somebody(house, 41).remember(), Somebody(house, 42).remember()
    data, keys = tmp_path / "data.age", tmp_path / "keys.age"
    piped(house, "data", data)
    leaving.caller.end()
    piped(house, "keys", keys)
    lose_everything(house)
    answer = restore(house, "--data", data, "--keys", keys, "--into", house.folder)
    assert answer.returncode == 0, answer
    assert "closed again, erased after the data were copied: 1 persons" in answer.stdout
    house.start()
    assert "closed by erasure" in sound(house)
    staying.is_back(house)
    stranger = Caller(house)
    stranger.ask("GET", "/ru/sign-in")
    stranger.form("/ru/sign-in", address=leaving.email, how="code")
    witness.is_back(house)
    assert house.messages(leaving.email) == []
    assert rows(house)["erasure"] >= 1
