"""The first set-up and the examination, as the operator runs them in a terminal."""

import shutil
import subprocess

import pytest

from house import BINARY, ROOT, until
from postgres import Databases

ADDRESS = "Алматы, Абай даңғылы, 1"


@pytest.fixture
def folder(tmp_path):
    """An empty folder with a policy of its own."""
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    return tmp_path


def saqta(folder, *words, answers="", **environment):
    return subprocess.run(
        [BINARY, *words], cwd=folder, input=answers, env={"PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8"} | environment,
        capture_output=True, text=True, timeout=120)


def test_a_wrong_answer_is_asked_again_and_the_rest_is_written(folder):
    answers = "\n".join(["www.example.kz", "https://www.example.kz", "NL", "", ADDRESS, "", "", "", "", "backups",
                         "/srv/copies", "1", "990228601248", "own", "none", "Дала Пошта", "Дала Байланыс"])
    run = saqta(folder, "init", answers=answers + "\n")
    assert run.returncode == 0, run
    assert run.stdout.count("✗") == 5
    file = folder / "saqta.env"
    assert file.stat().st_mode & 0o077 == 0
    assert file.read_text().splitlines() == [
        "SAQTA_SITE=https://www.example.kz", "SAQTA_REGION=KZ", f'SAQTA_ADDRESS="{ADDRESS}"',
        "SAQTA_TRUSTED_PROXIES=127.0.0.1", "SAQTA_BACKUP=/srv/copies", "SAQTA_POLICY=./policies/cantra"]
    assert '  iin_or_bin: "990228601248"\n' in (folder / "policies/cantra/policy.yml").read_text()
    assert saqta(folder, "policy", "check", "policies/cantra").returncode == 0


@pytest.mark.parametrize("language, danger", [("en", "danger: "), ("ru", "опасно: "), ("kk", "қауіпті: ")])
def test_the_examination_says_what_is_missing(folder, language, danger):
    run = saqta(folder, "doctor", "--language", language)
    assert run.returncode == 2
    # Neither place, nor mail, nor people, nor copies: each is a danger with what to do.
    assert run.stdout.count(danger) >= 7 and run.stdout.count("    → ") >= 7
    assert sorted(one.name for one in folder.iterdir()) == ["policies"], "looking makes nothing"


def test_what_was_answered_ends_the_demo(folder):
    answers = "\n".join(["https://www.example.kz", "", ADDRESS, "", "", "", "", "", "990228601248",
                         "Дала Деректер", "Дала Пошта", "Дала Байланыс", "нет"])
    assert saqta(folder, "init", answers=answers + "\n").returncode == 0
    found = saqta(folder, "doctor").stdout
    for sentence in ("The data lie in: KZ.", "postal address is set", "details in the policy are filled in"):
        assert sentence in found


def test_the_policy_is_that_of_the_file_until_another_is_named(folder):
    own = folder / "policies/own"
    (folder / "answers").write_text(
        "name_ru=Дала\nname_en=Dala\nsite=dala.example.kz\nemail=dala@example.kz\ntelephone=87770000000\nhosting=own\n"
        "ask_telephone=no\n")
    assert saqta(folder, "policy", "new", own, "--answers", "answers").returncode == 0
    answers = "\n".join(["https://www.example.kz", "", ADDRESS, "", "", "", "", "", ""]) + "\n"
    assert saqta(folder, "init", answers=answers).returncode == 0
    assert saqta(folder, "init", "--policy", "policies/own", answers="\n" * 10).returncode == 0
    # Asked again, it looks after the same policy: the number goes into the operator's own.
    # And so does the name of the provider that was left for later.
    again = saqta(folder, "init", answers="\n" * 8 + "990228601248\nown\nДала Байланыс\n")
    assert again.returncode == 0 and again.stdout.count("✗") == 1, again
    assert '      kk: "Дала Байланыс"\n' in (own / "policy.yml").read_text()
    assert (folder / "saqta.env").read_text().count("SAQTA_POLICY=") == 1
    assert "SAQTA_POLICY=policies/own\n" in (folder / "saqta.env").read_text()
    assert '  iin_or_bin: "990228601248"\n' in (own / "policy.yml").read_text()
    assert "details in the policy are filled in" in saqta(folder, "doctor").stdout


def test_a_server_in_another_country_than_promised_does_not_start(folder):
    run = saqta(folder, "serve", SAQTA_REGION="NL", SAQTA_PORT="0")
    assert run.returncode == 1 and "the policy promises that the data lie in KZ" in run.stderr


REAL = {"SAQTA_REGION": "KZ", "SAQTA_ADDRESS": ADDRESS, "SAQTA_PORT": "0"}


def served(folder, settings=REAL):
    """How a start ends that makes a house, or refuses: its status, what it said, and what is there then."""
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            [BINARY, "serve"], cwd=folder, env={"PATH": "/usr/bin:/bin", "TMPDIR": str(folder)} | settings,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    said = lambda: (folder / "log").read_text()
    try:
        until(lambda: process.poll() is not None or "Saqta listens" in said(), seconds=60, what="the server")
    finally:
        process.terminate()
        process.wait(30)
    return process.returncode, said()


def there(folder):
    """What begins or is a house; a lock that nobody holds is nothing."""
    return sorted(
        one.name for one in folder.iterdir() if one.name.startswith(("data", "keys")) and one.name != "data.lock")


def test_a_server_for_real_people_begins_with_leave_and_once(folder):
    status, said = served(folder)
    assert status == 78 and "There is nothing in ./data and no key in ./keys" in said and "saqta begin" in said, said
    assert there(folder) == []
    assert saqta(folder, "begin", **REAL).returncode == 0
    assert there(folder) == ["data.begin"]
    status, said = served(folder)
    assert status == 0 and "Saqta listens" in said and there(folder) == ["data", "keys"], said
    # It goes on without leave, and nobody may begin over it.
    assert served(folder)[0] == 0
    refused = saqta(folder, "begin", **REAL)
    assert refused.returncode != 0 and "moves both aside first" in refused.stderr and there(folder) == ["data", "keys"]


@pytest.mark.parametrize("lost, words", [
    (["data", "keys"], "If a server has worked here before, put back its backup"), (["data"], "the data in ./data are gone"),
    (["keys"], "the keys in ./keys are gone")])
def test_a_server_that_lost_its_disk_does_not_begin_anew(folder, lost, words):
    saqta(folder, "begin", **REAL)
    assert served(folder)[0] == 0
    left = [name for name in ("data", "keys") if name not in lost]
    files = lambda: {one: one.stat().st_mtime_ns for name in left for one in (folder / name).rglob("*") if one.is_file()}
    before = files()
    for name in lost:
        shutil.rmtree(folder / name)
    status, said = served(folder)
    assert status == 78 and words in said, said
    assert there(folder) == left and files() == before
    # What is left where one half is gone is no place to begin in.
    assert (saqta(folder, "begin", **REAL).returncode == 0) == (left == [])


def test_a_server_whose_rows_lie_in_postgresql_does_not_begin_anew_without_its_keys(folder):
    databases = Databases()
    real = REAL | {f"SAQTA_{name}": value for name, value in databases.settings().items()}
    try:
        assert served(folder, real)[0] == 78 and there(folder) == []
        assert saqta(folder, "begin", **real).returncode == 0
        assert served(folder, real)[0] == 0
        assert served(folder, real)[0] == 0
        for name in ("data", "keys"):
            shutil.rmtree(folder / name)
        status, said = served(folder, real)
        assert status == 78 and "the keys in ./keys are gone" in said and there(folder) == [], said
        assert saqta(folder, "begin", **real).returncode != 0
    finally:
        databases.remove()


def test_a_trial_begins_anew_by_itself(folder):
    trial = {"SAQTA_PORT": "0"}
    assert served(folder, trial)[0] == 0
    for name in ("data", "keys"):
        shutil.rmtree(folder / name)
    assert served(folder, trial)[0] == 0


def test_the_first_answers_give_leave_and_later_ones_do_not(folder):
    answers = "\n".join(["https://www.example.kz", "", ADDRESS] + [""] * 5 + ["990228601248", "own", "Дала Пошта",
                         "Дала Байланыс", "none"]) + "\n"
    assert saqta(folder, "init", answers=answers).returncode == 0
    assert there(folder) == ["data.begin"]
    # Asked again before the first start, it stays.
    assert saqta(folder, "init", answers="\n" * 20).returncode == 0
    assert there(folder) == ["data.begin"]
    assert served(folder)[0] == 0
    for name in ("data", "keys"):
        shutil.rmtree(folder / name)
    again = saqta(folder, "init", answers="\n" * 20)
    assert again.returncode == 0 and "saqta begin" in again.stdout and there(folder) == []
