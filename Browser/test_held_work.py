"""What is held since a restore stands still until one administrator has looked and another one releases it."""

import uuid

import pytest

from conftest import close
from house import until
from office import Officer, signed_in
from pages import Visit, check, see
from plain import Caller
from stores import query
from test_backup import lose_everything, restore
from test_backup_refused import back_up, initialise

ADDRESS = "ustalgan@example.kz"


def figures(house):
    return Caller(house).ask("GET", "/metrics")[2]


@pytest.fixture(scope="module")
def restored(chromium, house, specimens):
    """Two administrators of a house that was lost and put back, and somebody who has registered since."""
    first, second = (Officer(Visit(chromium, house, width=1280), family, email) for family, email in (
        ("Басқарушы", "basqarushy@example.kz"), ("Екіншиев", "ekinshi@example.kz")))
    first.enrol(house.enrolment)
    second.enrol(first.invite("administrator"))
    initialise(house)
    back_up(house, house.folder / "backups")
    lose_everything(house)
    answer = restore(house, "--from", house.folder / "backups", "--into", house.folder, "--unchanged")
    assert answer.returncode == 0, answer
    house.start()
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Ұсталғанов")
    # The code comes: somebody waits for it.
    caller.confirm(ADDRESS)
    caller.upload((specimens / "back.jpg").read_bytes())
    for one in (first, second):
        signed_in(one.visit, one, one.recovery.pop())
    yield first, second, caller
    close(first.visit, second.visit)


def test_held_work_is_proposed_by_one_administrator_and_released_by_another(house, restored):
    first, second, caller = restored
    # Not a document is read meanwhile.
    assert "\nsaqta_work_held 1\n" in figures(house) and not caller.is_read()
    first.visit.go("office/staff")
    assert first.page.locator('.panel a[href$="/office/held-work"]').count() == 1
    check(first.visit, "office-staff-held")
    see(first.visit, "office/held-work", "office-held-work-held")
    assert first.page.locator('form[action$="held-work/release"]').count() == 0
    first.visit.send("held-work/propose")
    # Who has proposed it does not release it.
    first.page.locator('form[action$="held-work/propose"]').wait_for(state="detached")
    assert first.page.locator('form[action$="held-work/release"]').count() == 0
    see(first.visit, "office/held-work", "office-held-work-another")

    see(second.visit, "office/held-work", "office-held-work-proposed", 'form[action$="held-work/release"]')
    for code in ("", "000000"):
        second.visit.fill(code=code)
        second.visit.send("held-work/release")
        second.page.locator(".error-summary").wait_for()
        assert "\nsaqta_work_held 1\n" in figures(house)
    check(second.visit, "office-held-work-wrong")
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("held-work/release")
    second.page.locator('form[action$="held-work/release"]').wait_for(state="detached")
    assert "Ничего не остановлено" in second.visit.text
    until(lambda: "\nsaqta_work_held 0\n" in figures(house), what="the figure")
    until(caller.is_read, seconds=60, what="the reading")
    first.visit.go("office/staff")
    assert first.page.locator('.panel a[href$="/office/held-work"]').count() == 0
    until(lambda: query(house, "SELECT count(*) FROM pending_entry") == [(0,)], what="the sequencer")
    answer = house.run("ledger", "verify")
    assert answer.returncode == 0 and answer.stdout.startswith("ok"), answer
