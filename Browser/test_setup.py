"""The first set-up and the examination, as the operator runs them in a terminal."""

import shutil
import subprocess

import pytest

from house import BINARY, ROOT

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
