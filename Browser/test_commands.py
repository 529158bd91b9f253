"""The commands beside the server look and change nothing that they were not asked to change."""

import re
import shutil
import signal
import subprocess
import uuid

import pytest

from house import BINARY, House
from plain import Caller
from stores import rows


@pytest.fixture
def house():
    house = House().start()
    yield house
    house.remove()


@pytest.mark.parametrize("words", [("ledger", "verify"), ("staff", "list")], ids=" ".join)
def test_a_look_publishes_no_edition(house, words):
    text = house.policy / "ru.md"
    text.write_text(re.sub(r"\bданных\b", "сведений", text.read_text(), count=1))
    answer = house.run(*words)
    assert answer.returncode == 0, answer
    assert rows(house)["edition"] == 1
    # So a form that somebody filled in meanwhile is still good.
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Ескібай")
    assert caller.account()
    # In demo mode the start of the server publishes, and says so where the edition is shown.
    house.restart()
    assert rows(house)["edition"] == 2
    assert "At start, in demo mode" in Caller(house).ask("GET", "/en/policy/editions/2")[2]


@pytest.mark.parametrize("words", [("ledger", "verify"), ("staff", "list"), ("staff", "reset")], ids=" ".join)
def test_a_look_into_an_empty_folder_makes_nothing(words):
    house = House()
    try:
        answer = house.run(*words)
        assert answer.returncode != 0 and str(house.data) in answer.stderr, answer
        assert not house.data.exists() and not house.keys.exists()
    finally:
        house.remove()


def refused(house, *words):
    """A command that the holder of the data keeps out, by its number."""
    answer = house.run(*words)
    assert answer.returncode == 1, answer
    assert f"{house.data} is in use by another server or restore, process {house.process.pid}" in answer.stderr, answer


def test_a_second_server_on_the_same_data_is_refused(house):
    keys = sorted(file.name for file in house.keys.iterdir())
    refused(house, "serve")
    assert sorted(file.name for file in house.keys.iterdir()) == keys
    # By whatever name the folder is called.
    (house.folder / "other").symlink_to(house.data)
    house.environment["SAQTA_DATA"] = "./other"
    refused(house, "serve")
    house.environment["SAQTA_DATA"] = str(house.data)
    # What only looks works beside the first, which did not mind.
    for words in (("ledger", "verify"), ("staff", "list"), ("staff", "enrol")):
        assert house.run(*words).returncode == 0, words
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Жалғызбай")
    assert caller.account()


def test_a_killed_server_holds_nothing_and_one_that_ended_leaves_nothing(house):
    house.restart(signal.SIGKILL)
    house.restart(signal.SIGKILL)
    house.end()
    assert sorted(file.name for file in house.folder.iterdir() if "lock" in file.name) == []
    house.start()


def test_where_nothing_may_be_written_beside_the_data_the_lock_is_in_them(house):
    house.end()
    outside = house.folder / "narrow"
    outside.mkdir()
    moved = outside / "data"
    shutil.move(house.data, moved)
    house.environment["SAQTA_DATA"], house.data = str(moved), moved
    outside.chmod(0o555)
    # The superuser may write everywhere.
    common = dict(cwd=house.folder, env=house.environment, text=True)
    words = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", BINARY, "serve"]
    first = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **common)
    try:
        for line in first.stdout:
            if line.startswith("Saqta listens on "):
                break
        assert (moved / "lock").exists()
        second = subprocess.run(words, capture_output=True, timeout=60, **common)
        assert second.returncode == 1 and "is in use by another server" in second.stderr, second
    finally:
        first.terminate()
        first.communicate(timeout=40)
        outside.chmod(0o755)


def test_nothing_is_restored_under_a_server_whose_folders_were_moved_away(house):
    made = house.run("backup", "init")
    (house.folder / "recovery-key.txt").write_text(made.stdout)
    assert house.run("backup", "--to", "backups").returncode == 0
    words = ("restore", "--from", "backups", "--recovery-key", "recovery-key.txt", "--into", ".", "--unchanged")
    for name in ("data", "keys"):
        (house.folder / name).rename(house.folder / f"{name}.old")
    refused(house, *words)
    assert not house.data.exists() and not house.keys.exists()
    house.end(signal.SIGKILL)
    answer = house.run(*words)
    assert answer.returncode == 0, answer
    house.start()


def test_the_link_of_the_first_administrator_can_be_had_again_until_there_is_one(house):
    printed = [house.enrolment] + [
        re.search(r"\(once\): (\S+)", house.run("staff", "enrol").stdout)[1] for _ in range(2)]
    assert len(set(printed)) == 3 and all(link.startswith(f"{house.site}/ru/office/enrol/") for link in printed)
    caller = Caller(house)
    place = printed[-1].removeprefix(house.site)
    assert caller.ask("GET", place)[0] == 200
    status, where, _ = caller.form(
        place, family="Басқарушы", given="Сынақ", email="basqarushy@example.kz", password="қоңыр тиін терезеде отыр 47")
    assert status == 303, where
    answer = house.run("staff", "enrol")
    assert answer.returncode == 64 and "There is an administrator" in answer.stderr, answer
    # Whoever broke off before the second factor gets on with a link to one.
    answer = house.run("staff", "reset")
    assert answer.returncode == 0 and "/ru/office/reset/" in answer.stdout, answer
