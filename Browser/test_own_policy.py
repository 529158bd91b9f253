"""The guide for one's own policy, done as it is written: asked, made, changed, checked, served, and registered under."""

import re
import shutil
import subprocess

import pytest

from conftest import close
from house import BINARY, ROOT, House
from office import Officer
from pages import Visit
from person import somebody
from walk import Walk, sections, text_of

NAME = "own-policy.md"
FOLDER = "policies/dala-velo"


class Operator:
    """Who reads the guide: a house with the law packs and the template, and no policy of its own yet."""

    def __init__(self):
        self.house = House()
        self.parts = sections(text_of(NAME))
        self.policy = self.house.folder / FOLDER
        programmes = self.house.folder / "programmes"
        programmes.mkdir()
        programme = programmes / "saqta"
        programme.write_text(f'#!/bin/sh\nexec "{BINARY}" "$@"\n')
        programme.chmod(0o755)
        # As in a terminal of one's own: no setting of the server is known.
        self.environment = {"PATH": f"{programmes}:/usr/bin:/bin", "LANG": "en_GB.UTF-8"}

    def fences(self, heading, kind):
        return re.findall(rf"^```{kind}\n(.*?)^```", self.parts[heading], re.M | re.S)

    def run(self, command, answers=""):
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command], cwd=self.house.folder, env=self.environment, input=answers,
            capture_output=True, text=True, timeout=120)

    def asked(self):
        """The guide's table: what is asked, and what is answered."""
        rows = re.findall(r"^\| (.+?) \|(.*)\|$", self.parts["Make it"], re.M)
        return [(question, answer.strip()) for question, answer in rows if question != "asked"]

    def edit(self, heading):
        """Does under a heading what the guide says to do with an editor."""
        text = re.sub(r"\s*\n(?!\n)", lambda gap: gap[0] if gap[0].count("\n") > 1 else "\n", self.parts[heading])
        file = None
        for words, kind, block in re.findall(r"(.*?)^```(\w+)\n(.*?)^```", text, re.M | re.S):
            named = re.findall(r"`(policy\.yml|ru\.md|kk\.md|en\.md)`", words)
            file = self.policy / named[-1] if named else file
            if kind == "yaml":
                [line] = re.findall(r"below the line\s+`(.*)`\s*$", words)
                before = file.read_text()
                assert before.count(f"{line}\n") == 1, line
                file.write_text(before.replace(f"{line}\n", f"{line}\n{block}"))
            elif kind == "markdown":
                clause = block.partition("\n")[0]
                before = file.read_text()
                after, count = re.subn(
                    rf"^{re.escape(clause)}\n.*?(?=^##)", block + "\n", before, flags=re.M | re.S)
                assert count == 1, clause
                file.write_text(after)


@pytest.fixture(scope="module")
def operator():
    operator = Operator()
    yield operator
    operator.house.remove()


@pytest.fixture(scope="module")
def made(operator):
    """Everything up to the policy that passes its check."""
    said = {}
    [command] = operator.fences("Make it", "sh")[:1]
    said["new"] = operator.run(command, "".join(f"{answer}\n" for _, answer in operator.asked()))
    [check] = operator.fences("Make it", "sh")[1:]
    said["check"] = operator.run(check)
    operator.edit("Add a datum")
    [mistake] = operator.fences("Let the check find the mistake", "sh")
    said["mistake"] = operator.run(mistake)
    operator.edit("Let the check find the mistake")
    operator.edit("Add a kind of document")
    [grants] = operator.fences("Add a kind of document", "sh")
    said["grants"] = operator.run(grants)
    return said


def test_the_questions_are_those_of_the_guide(operator, made):
    assert made["new"].returncode == 0, made["new"]
    said = made["new"].stdout
    assert "✗" not in said, said
    asked = re.findall(r"^(\S.*)\n  \S.*\n  (?:\[|>)", said, re.M)
    assert asked == [question for question, _ in operator.asked()]


def test_the_new_folder_passes_its_check_and_says_what_is_to_be_filled_in(operator, made):
    assert made["check"].returncode == 0 and made["check"].stdout.count(" error:") == 0, made["check"]
    placeholders = re.findall(r"warning: (\S+ \S+) is a placeholder", made["check"].stdout)
    assert placeholders == ["recipient mail", "recipient sms"]
    assert "CANTRA" not in "".join(file.read_text() for file in operator.policy.iterdir()).upper()


def test_the_check_finds_the_mistake_in_the_words_of_the_guide(operator, made):
    [expected] = operator.fences("Let the check find the mistake", "text")
    assert made["mistake"].stdout == expected
    assert made["mistake"].returncode == 1
    assert made["grants"].returncode == 0, made["grants"]


def test_numbers_from_a_hundred_on_are_the_operators_own():
    template = (ROOT / "policies/template/policy.yml").read_text()
    numbers = [int(number) for number in re.findall(r"^ +- number: (\d+)", template, re.M)]
    assert len(numbers) > 30 and max(numbers) < 100


def test_no_folder_is_overwritten(operator, made):
    before = {file.name: file.read_text() for file in operator.policy.iterdir()}
    [command] = operator.fences("Make it", "sh")[:1]
    again = operator.run(command, "\n" * 40)
    assert again.returncode != 0 and "is there already" in again.stderr, again
    assert {file.name: file.read_text() for file in operator.policy.iterdir()} == before


def test_nothing_is_left_of_a_policy_that_is_not_finished(operator, made):
    for command, answers in (("saqta policy new policies/half", "partnership\nДала\n"),
                             ("saqta policy new elsewhere/half", "")):
        run = operator.run(command, answers)
        assert run.returncode != 0, run
        assert not list(operator.house.folder.rglob("half*")), run


def test_answers_come_from_a_file_too(operator, made):
    (operator.house.folder / "answers").write_text(
        "kind=ИП\nname_ru=Дала\nname_en=Dala\nsite=dala.example.kz\nemail=dala@example.kz\n"
        'telephone="8 777 000 00 00"\nask_telephone=нет\nhosting=own\nmail=own\nnumber=990228601248\n')
    run = operator.run("saqta policy new policies/second --answers answers && saqta policy check policies/second")
    assert run.returncode == 0 and "placeholder" not in run.stdout, run
    (operator.house.folder / "wrong").write_text("nobody=1\n")
    wrong = operator.run("saqta policy new policies/third --answers wrong")
    assert wrong.returncode != 0 and "nobody" in wrong.stderr and not (operator.house.folder / "policies/third").exists()


def test_a_person_registers_under_it(operator, made, chromium, specimens):
    house = operator.house
    [command] = operator.fences("Try it", "sh")
    words = command.split()
    assert words[-2:] == ["saqta", "serve"]
    house.environment |= dict(word.split("=") for word in words[:-2])
    house.data, house.keys = house.folder / "dala/data", house.folder / "dala/keys"
    house.start()
    officer = Officer(Visit(chromium, house, width=1280, language="en"), "Басқарушы", "basqarushy@example.kz")
    officer.enrol(house.enrolment)
    officer.visit.language = "en"
    officer.grant_self("reviewer")

    visit = Visit(chromium, house, width=1280, language="en")
    walk = Walk(NAME, "Try it", visit)
    visit.go("")
    walk.sees("Limited liability partnership “Dala Velo”", within=visit.page.locator("footer"))
    assert visit.page.get_by_text("Demo:").first.is_visible()
    walk.press("Policy")
    walk.sees("Height", within=visit.page.locator("table"))
    assert "2.3.4" in visit.text and "CANTRA" not in visit.page.content().upper()
    person = somebody(visit)
    person.names()
    # One consent is needed, one is asked beside it, channel by channel, and no other.
    optional = visit.page.locator('[name="optional"]').evaluate_all("(all) => all.map((one) => one.value)")
    assert optional == ["advertising.email", "advertising.sms", "advertising.call"]
    assert "Height" in visit.text and "one year" in visit.text
    person.agree()
    person.confirm(person.give_contacts())
    person.upload(specimens / "back.jpg")
    walk.sees("Student card")
    walk.ends()
    visit.page.locator("summary", has_text="Student card").first.click()
    person.upload(specimens / "back.png", kind="student_card")
    number = person.send()
    assert officer.next() == number
    assert officer.page.locator("[data-sheet] img").count() == 2
    officer.approve(number)
    officer.wait_out_undo(number)
    visit.go("account")
    assert "You are registered" in visit.text
    close(visit, officer.visit)
    assert house.run("ledger", "verify").stdout.startswith("ok")


def test_who_asks_for_an_e_mail_alone_asks_nothing_of_a_telephone(operator, made, chromium, specimens):
    house = House()
    try:
        answers = house.folder / "answers"
        answers.write_text(
            "name_ru=Дала\nname_en=Dala\nsite=dala.example.kz\nemail=dala@example.kz\n"
            'telephone="8 777 000 00 00"\nask_telephone=no\n')
        assert house.run("policy", "new", "policies/dala", "--answers", answers).returncode == 0
        shutil.rmtree(house.policy)
        house.policy = house.folder / "policies/dala"
        house.environment["SAQTA_POLICY"] = str(house.policy)
        house.start()
        officer = Officer(Visit(chromium, house, width=1280), "Басқарушы", "basqarushy@example.kz")
        officer.enrol(house.enrolment)
        officer.grant_self("reviewer")
        visit = Visit(chromium, house)
        person = somebody(visit)
        person.names()
        assert visit.page.locator('[name="optional"]').count() == 0
        assert visit.page.locator("fieldset").count() == 0
        person.agree()
        assert visit.page.locator('[name="telephone"]').count() == 0
        # Nothing given is nothing to send a code to.
        visit.send("register/contacts")
        visit.page.locator(".error-summary").wait_for()
        visit.fill(email=person.email)
        visit.send("register/contacts")
        visit.at("register/code/email")
        person.confirm()
        person.upload(specimens / "back.jpg")
        number = person.send()
        assert officer.next() == number
        assert officer.page.locator(".contacts dt, .contacts .summary-key").count() <= 1
        assert "Телефон" not in officer.page.locator(".contacts").inner_text()
        officer.approve(number)
        officer.wait_out_undo(number)
        close(visit, officer.visit)
    finally:
        house.remove()
