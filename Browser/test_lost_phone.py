"""The guide for a lost telephone, walked with the real second factor: no way on it is a dead end."""

import re

import pytest

from conftest import close
from guide import Guide, beside
from house import House
from office import Officer, totp
from pages import Visit
from walk import Walk

NAME = "lost-phone.md"


@pytest.fixture(scope="module")
def guide(house):
    return Guide(NAME, beside(house))


@pytest.fixture
def stranger(chromium, house):
    """A browser in which nobody has signed in."""
    visit = Visit(chromium, house, width=1280, language="en")
    yield visit
    close(visit)


def takes_new_app(walk, officer):
    """From the link's page to new recovery codes."""
    page = walk.page
    walk.sees("A new app with codes")
    walk.fill("Password", officer.password)
    walk.press("Continue")
    walk.sees("Your app with codes")
    officer.secret = page.locator(".copyable code").first.text_content()
    walk.fill("Six digits", totp(officer.secret))
    walk.press("Continue")
    walk.sees("Recovery codes")
    officer.recovery = page.locator("ol.codes code").all_text_contents()
    assert len(officer.recovery) == 10
    walk.press("I have kept the codes, continue")
    walk.ends()
    page.wait_for_url(re.compile(r"/office/(queue|staff|outbox)$|/office$"))


def enters(visit, officer, code):
    """The ordinary way in. Returns whether it was open."""
    visit.go("office/sign-in")
    visit.fill(email=officer.email, password=officer.password)
    visit.send("office/sign-in")
    visit.at("office/factor")
    visit.fill(code=code)
    visit.send("office/factor")
    visit.page.wait_for_load_state()
    return not visit.page.url.endswith("office/factor")


def test_with_a_recovery_code_the_administrator_replaces_the_app(house, administrator, chromium, stranger):
    used, another, old = administrator.recovery[0], administrator.recovery[1], administrator.secret
    walk = Walk(NAME, "With a recovery code", stranger)
    stranger.page.goto(f"{house.site}/en/office")
    walk.sees("Sign in to the office")
    walk.fill("E-mail address", administrator.email)
    walk.fill("Password", administrator.password)
    walk.press("Sign in", within=stranger.page.locator("main"))
    walk.sees("Code from your app")
    walk.fill("Six digits, or a recovery code", used)
    walk.press("Sign in", within=stranger.page.locator("main"))
    walk.press("Staff")
    walk.take("you")
    line = stranger.page.locator("tr", has=stranger.page.get_by_text("you", exact=True))
    walk.press("Change", within=line)
    walk.press("Replace the app with codes", within=line)
    walk.sees("One-time link")
    stranger.page.goto(stranger.page.locator(".copyable code").text_content())
    takes_new_app(walk, administrator)
    # Neither the old app nor an old recovery code opens anything.
    thief = Visit(chromium, house, width=1280, language="en")
    assert not enters(thief, administrator, totp(old))
    assert not enters(thief, administrator, another)
    assert enters(thief, administrator, administrator.recovery[0])
    close(thief)


def test_without_codes_the_only_administrator_comes_back_from_the_server(house, administrator, guide, stranger):
    # A session of before, which must end.
    before = Visit(stranger.context.browser, house, width=1280, language="en")
    assert enters(before, administrator, administrator.recovery[1])
    said = guide.run("The only administrator, and no recovery code")
    assert re.search(r"^\S+ active \S*administrator", said, re.M) and administrator.email not in said, said
    link = re.search(r"Enrol a new second factor \(once\): (\S+)", said)[1]
    before.go("office/staff")
    assert "/office/sign-in" in before.page.url
    close(before)
    walk = Walk(NAME, "Then, with the link", stranger)
    stranger.page.goto(link)
    walk.press("English")
    takes_new_app(walk, administrator)
    # The link has worked once.
    assert stranger.page.goto(link).status >= 400
    assert house.run("ledger", "verify").stdout.startswith("ok")


def test_a_forgotten_password_is_set_anew_from_the_server(house, administrator, guide, stranger):
    said = guide.run("The password is forgotten too")
    link = re.search(r"Set a new password and second factor \(once\): (\S+)", said)[1]
    walk = Walk(NAME, "The password is forgotten too", stranger)
    stranger.page.goto(link)
    walk.press("English")
    walk.sees("A new app with codes")
    administrator.password = "сары шөже аулада жүр 61"
    walk.fill("New password", administrator.password)
    walk.press("Continue")
    walk.ends()
    stranger.at("office/factor/new")
    administrator.secret = stranger.page.locator(".copyable code").first.text_content()
    stranger.fill(code=totp(administrator.secret))
    stranger.send("factor/new")
    stranger.page.locator("ol.codes").wait_for()
    administrator.recovery = stranger.page.locator("ol.codes code").all_text_contents()
    again = Visit(stranger.context.browser, house, width=1280, language="en")
    assert enters(again, administrator, administrator.recovery[0])
    close(again)


def test_another_member_of_staff_gets_a_link_from_the_administrator(house, administrator, stranger, chromium):
    enters(administrator.visit, administrator, administrator.recovery[2])
    administrator.visit.language = "en"
    reviewer = Officer(Visit(chromium, house, width=1280, language="en"), "Тексерушіев", "tekserushi@example.kz")
    reviewer.enrol(administrator.invite("reviewer"))
    close(reviewer.visit)
    walk = Walk(NAME, "A reviewer, or another member of staff", administrator.visit)
    administrator.visit.go("office/staff")
    walk.take("Staff")
    walk.press("Show names")
    line = administrator.page.locator("tr", has_text=reviewer.family)
    walk.press("Change", within=line)
    walk.press("Replace the app with codes", within=line)
    walk.sees("One-time link")
    walk.ends()
    link = administrator.page.locator(".copyable code").text_content()
    onwards = Walk(NAME, "Then, with the link", stranger)
    stranger.page.goto(link)
    onwards.press("English")
    takes_new_app(onwards, reviewer)


def test_with_several_administrators_the_command_asks_for_the_number_that_the_list_gives(chromium):
    house = House().start()
    try:
        officers = [Officer(Visit(chromium, house, width=1280), family, email) for family, email in (
            ("Басқарушы", "basqarushy@example.kz"), ("Көмекшіев", "komekshi@example.kz"))]
        officers[0].enrol(house.enrolment)
        officers[1].enrol(officers[0].invite("administrator"))
        refused = house.run("staff", "reset")
        assert refused.returncode != 0 and "saqta staff list" in refused.stderr
        numbers = [line.split()[0] for line in house.run("staff", "list").stdout.splitlines()]
        assert len(numbers) == 2
        assert "/office/reset/" in house.run("staff", "reset", numbers[1]).stdout
        # The other's access lasts.
        officers[0].visit.go("office/staff")
        assert officers[0].visit.path == "office/staff"
        close(*(officer.visit for officer in officers))
    finally:
        house.remove()


def test_after_a_restore_the_command_works_as_well(house, chromium):
    said = house.run("backup", "init").stdout
    (house.folder / "recovery-key.txt").write_text(said)
    assert house.run("backup", "--to", "backups").returncode == 0
    lost = House()
    try:
        restored = lost.run("restore", "--from", house.folder / "backups", "--recovery-key",
                            house.folder / "recovery-key.txt", "--into", ".", "--unchanged")
        assert restored.returncode == 0, restored
        number = lost.run("staff", "list").stdout.splitlines()[0].split()[0]
        link = re.search(r"\(once\): (\S+)", lost.run("staff", "reset", number).stdout)[1]
        lost.start()
        visit = Visit(chromium, lost, width=1280)
        assert visit.page.goto(link).status == 200 and visit.page.locator('[name="password"]').count() == 1
        close(visit)
    finally:
        lost.remove()
