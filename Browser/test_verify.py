"""`saqta ledger verify` names the very document whose row or file was tampered with, and a backup that was put back."""

import json
import shutil
import sqlite3
import uuid

import pytest

from house import until
from plain import Caller
from stores import files


@pytest.fixture(scope="module")
def sent(house, specimens):
    """A person whose identity document has been read."""
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Апатова")
    caller.confirm("apatova@example.kz")
    caller.upload((specimens / "photo.jpg").read_bytes())
    until(caller.is_read, seconds=120, what="the reading of the scan")
    return caller


def verify(house):
    """The report, once all entries have their leaves."""
    until(lambda: not query(house, "SELECT 1 FROM pending_entry"), what="the sequencer")
    answer = house.run("ledger", "verify", "--json")
    report = json.loads(answer.stdout)
    assert answer.returncode == (0 if report["sound"] else 1), answer
    assert "files" in answer.stderr and "/s, 0:00 left" in answer.stderr
    return report


def query(house, statement, *values):
    with sqlite3.connect(house.data / "saqta.sqlite", timeout=10) as base:
        return base.execute(statement, values).fetchall()


def path(house, blob):
    return house.data / "documents" / blob[:2] / blob[2:4] / blob


def test_a_sound_house_is_ok_while_it_serves(house, sent):
    report = verify(house)
    assert report["sound"] and report["faults"] == report["strangers"] == []
    assert report["documents"] == 1 and report["files"] == 3
    assert report["octets"] == sum((house.data / one).stat().st_size for one in files(house))
    plain = house.run("ledger", "verify").stdout.splitlines()
    assert plain[0].startswith(f"ok, {report['entries']} entries, root {report['root']}, ")
    assert plain[1] == f"ok, 1 documents, 3 files, {report['octets']} octets compared"


def test_each_file_that_is_changed_cut_or_missing_is_named(house, sent):
    person, document, scan = query(
        house, "SELECT lower(hex(subject_id)), lower(hex(id)), lower(hex(blob)) FROM document WHERE state = 'ready'")[0]
    image, = query(house, "SELECT lower(hex(image)) FROM page")[0]
    for blob, words in ((scan, "has a file that"), (image, "has an image of page 1 that")):
        file = path(house, blob)
        octets = file.read_bytes()
        for changed in (octets[:-1] + bytes([octets[-1] ^ 1]), octets[:-1], None):
            file.unlink() if changed is None else file.write_bytes(changed)
            fault, = verify(house)["faults"]
            assert fault.startswith(f"person {person}: document {document} ") and "(entry " in fault, fault
            assert words in fault or "octets instead of" in fault, fault
            file.write_bytes(octets)
    assert verify(house)["sound"]


def test_a_file_that_no_row_knows_is_named_and_left_alone(house, sent):
    stranger = path(house, uuid.uuid4().hex)
    stranger.parent.mkdir(parents=True, exist_ok=True)
    stranger.write_bytes(b"stranger")
    report = verify(house)
    assert report["sound"] and report["strangers"] == [str(stranger.relative_to(house.data / "documents"))]
    said = house.run("ledger", "verify").stdout
    assert f"no row knows the file {report['strangers'][0]}; it was left alone" in said
    assert stranger.read_bytes() == b"stranger"
    stranger.unlink()


def test_the_scan_of_yesterday_put_back_is_named(house, sent, specimens, tmp_path):
    old, scan = query(house, "SELECT lower(hex(id)), lower(hex(blob)) FROM document WHERE state = 'ready'")[0]
    shutil.copytree(house.data / "documents", tmp_path / "documents")
    for table in ("document", "page"):
        query(house, f"CREATE TABLE {table}_of_yesterday AS SELECT * FROM {table}")
    _, _, page = sent.ask("GET", "/ru/register/documents")
    assert old in page
    status, place, _ = sent.form("/ru/register/documents/remove", document=old)
    assert status == 303, place
    sent.upload((specimens / "photo.jpg").read_bytes())
    until(sent.is_read, seconds=120, what="the reading of the scan")
    assert verify(house)["sound"]
    query(house, "DELETE FROM document WHERE lower(hex(id)) = ?", old)
    for table, column in (("document", "id"), ("page", "document")):
        query(house, f"INSERT INTO {table} SELECT * FROM {table}_of_yesterday WHERE lower(hex({column})) = ?", old)
    shutil.copytree(tmp_path / "documents", house.data / "documents", dirs_exist_ok=True)
    fault, = verify(house)["faults"]
    assert f"document {old} was put back: its scan went with entry " in fault
    assert path(house, scan).exists()
