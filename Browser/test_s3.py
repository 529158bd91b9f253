"""A server whose documents lie on an S3 service: the whole way of a scan, and what happens when the service is away."""

import contextlib
import os
import subprocess
import time
import uuid

import pytest

from bucket import Bucket, Service
from house import BINARY, House, until
from memory import MIB, read
from plain import Caller
from person import somebody
from stores import query, sound
from test_sight import ask


@pytest.fixture(scope="module")
def service():
    """One of its own, which can be stopped."""
    service = Service.own()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def bucket(service):
    return Bucket(service)


@pytest.fixture(scope="module")
def house(bucket):
    house = House(**bucket.settings()).start()
    yield house
    house.remove()


def test_a_scan_is_sent_shown_to_a_reviewer_and_erased(house, bucket, administrator, visits, specimens):
    visit = visits(language="kk")
    someone = somebody(visit)
    number = someone.register(specimens / "photo.jpg")
    assert not (house.data / "documents").exists(), "documents lie on the disk"
    objects = bucket.objects()
    assert len(objects) == 3 and not any(name.startswith("unfinished/") for name in objects), objects
    for name in objects:
        assert name.startswith(f"{name[6:8]}/{name[8:10]}/")
        assert not bucket.read(name).startswith((b"\xff\xd8", b"\x89PNG")), "an object is not sealed"

    administrator.visit.go("office/queue")
    assert administrator.next() == number
    pages = administrator.page.locator("[data-sheet] img")
    assert pages.count() == 1
    pages.first.scroll_into_view_if_needed()
    administrator.page.wait_for_function("() => document.querySelector('[data-sheet] img').naturalWidth > 500")

    verified = house.run("ledger", "verify")
    assert verified.returncode == 0 and verified.stdout.startswith("ok"), verified
    visit.go("register/end")
    visit.send("register/end")
    visit.at("register/ended")
    until(lambda: not bucket.objects(), seconds=90, pause=0.5, what="the end of the objects")
    assert bucket.uploads() == 0
    assert query(house, "SELECT count(*) FROM blob_abandoned") == [(0,)]
    sound(house)


def test_a_long_scan_goes_up_in_parts_and_nothing_of_them_stays(house, bucket, specimens):
    person = Caller(house)
    person.begin(uuid.uuid4().hex, "Үлкенбаев")
    person.confirm("ulkenbaev@example.kz")
    before = set(bucket.objects())
    # Longer than one part: the picture, and what a camera may put behind it.
    octets = (specimens / "back.jpg").read_bytes() + os.urandom(14 * MIB)
    person.upload(octets)
    until(person.is_read, seconds=120, what="the reading")
    made = set(bucket.objects()) - before
    assert not any(name.startswith("unfinished/") for name in made), made
    assert bucket.uploads() == 0
    assert max(len(bucket.read(name)) for name in made) > 14 * MIB
    sound(house)


def test_doctor_and_ready_see_the_store(house, service, bucket):
    answer = house.run("doctor", "--language", "en")
    assert f"s3://{service.told['bucket']}/{bucket.prefix}" in answer.stdout, answer
    assert "writing, reading and deleting were tried" in answer.stdout, answer
    assert ask(house, "/ready")[0] == 200


def test_a_store_in_another_country_is_refused_at_the_start(bucket):
    house = House(**bucket.settings(DOCUMENTS_COUNTRY="NL"))
    answer = house.run("serve")
    assert answer.returncode != 0 and "SAQTA_DOCUMENTS_COUNTRY is NL" in answer.stderr, answer
    house.remove()


@pytest.mark.parametrize("setting, value, said", [
    ("S3_ENDPOINT", "http://s3.example.kz", "http on this machine only"),
    ("DOCUMENTS", "s3://Documents", "s3://BUCKET/PREFIX"),
    ("S3_ADDRESSING", "both", "path or host"),
    ("S3_KEY_FILE", "/dev/null", "can be read by others"),
])
def test_settings_that_cannot_be_are_named(bucket, setting, value, said):
    house = House(**bucket.settings(**{setting: value}))
    answer = house.run("serve")
    assert answer.returncode != 0 and said in answer.stderr, answer
    house.remove()


def test_documents_left_in_the_folder_are_not_forgotten(bucket, specimens):
    house = House().start()
    person = Caller(house)
    person.begin(uuid.uuid4().hex, "Үлгібаев")
    person.confirm("ulgibaev@example.kz")
    person.upload((specimens / "back.jpg").read_bytes())
    until(person.is_read, seconds=60, what="the reading")
    house.end()

    moved = Bucket(bucket.service)
    house.environment |= {"SAQTA_" + name: str(value) for name, value in moved.settings().items()}
    answer = house.run("serve")
    assert answer.returncode != 0 and "saqta documents copy" in answer.stderr, answer
    answer = house.run("documents", "copy")
    assert answer.returncode == 0 and "copied 3, there already 0" in answer.stdout, answer
    answer = house.run("documents", "copy")
    assert answer.returncode == 0 and "copied 0, there already 3" in answer.stdout, answer
    (house.data / "documents").rename(house.folder / "former")
    house.start()
    sound(house)
    assert len(moved.objects()) == 3
    house.remove()


def test_a_backup_is_made_of_the_objects_on_the_service(house, bucket, specimens):
    from test_backup import restore
    from test_backup_refused import initialise
    person = Caller(house)
    person.begin(uuid.uuid4().hex, "Үлгібаев")
    person.confirm("ulgi-backup@example.kz")
    person.upload((specimens / "back.jpg").read_bytes())
    until(person.is_read, seconds=60, what="the reading")
    initialise(house)
    answer = house.run("backup", "--to", house.folder / "sets")
    assert answer.returncode == 0, answer
    back = house.folder / "back"
    answer = restore(house, "--from", "sets", "--into", back)
    assert answer.returncode == 0, answer
    restored = sorted(str(one.relative_to(back / "data" / "documents"))
                      for one in (back / "data" / "documents").rglob("*") if one.is_file())
    assert restored == bucket.objects()


def test_while_the_service_is_away_nothing_is_lost(house, service, specimens):
    person = Caller(house)
    person.begin(uuid.uuid4().hex, "Үлгібаев")
    person.confirm("ulgi-away@example.kz")
    service.stop()
    try:
        assert ask(house, "/ready")[0] == 503 and "documents" in ask(house, "/ready")[1]
        answer = house.run("doctor", "--language", "en", "--brief")
        assert answer.returncode == 2 and "The document store does not work" in answer.stdout, answer
        with pytest.raises(Exception):
            person.upload((specimens / "back.jpg").read_bytes())
        assert person.names() == "Үлгібаев"
    finally:
        service.start()
    until(lambda: ask(house, "/ready")[0] == 200, what="the service")
    person.upload((specimens / "back.jpg").read_bytes())
    until(person.is_read, seconds=60, what="the reading")
    sound(house)


def most_memory(house, folder):
    """Resident octets that copying a folder's objects to the service took at most."""
    process = subprocess.Popen([BINARY, "documents", "copy", "--from", folder], cwd=house.folder, env=house.environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        # Not what wait4 tells: that counts what this process held when the other began.
        with contextlib.suppress(OSError, KeyError):
            most = max(most, read(process.pid)[1])
        time.sleep(0.003)
    assert process.returncode == 0
    return most


# TLS buffers in the memory of its own threads.
@pytest.mark.quiet
@pytest.mark.parametrize("line, most", [("endpoint", 10), ("tls", 14)])
def test_64_mebibytes_up_and_down_take_little_memory(bucket, line, most):
    own = Bucket(bucket.service)
    house = House(**own.settings(S3_ENDPOINT=bucket.service.told[line]))
    sizes = {}
    for length in (1_024, 64 * MIB):
        key = uuid.uuid4().hex
        folder = house.folder / str(length)
        place = folder / key[:2] / key[2:4]
        place.mkdir(parents=True)
        (place / key).write_bytes(os.urandom(length))
        sizes[length] = most_memory(house, folder)
        assert own.read(f"{key[:2]}/{key[2:4]}/{key}") == (place / key).read_bytes()
    grown = (sizes[64 * MIB] - sizes[1_024]) / MIB
    print(f"{line}: 64 MiB up, and down again to compare: +{grown:.1f} MiB above {sizes[1_024] / MIB:.0f} MiB")
    assert grown < most
    house.remove()
