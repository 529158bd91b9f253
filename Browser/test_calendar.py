"""The working days: as others know them, as the office moves them, and what that does to deadlines that run."""

import datetime
import pathlib
import subprocess

import holidays

from house import BINARY, ROOT, until
from pages import LANGUAGES, check
from plain import Caller
from stores import query, sound

FIRST, LAST = 2015, 2026


def ours():
    """Days that differ from the ordinary week, 2015 to 2026, by the law pack: weekdays off, weekend days worked."""
    told = subprocess.run(
        [BINARY, "policy", "days", ROOT / "policies" / "cantra", "--from", str(FIRST), "--to", str(LAST), "--language", "en"],
        capture_output=True, text=True, check=True)
    return {line.split()[0]: line.split()[1] for line in told.stdout.splitlines()}


def theirs():
    """The same by the package "holidays"."""
    known = holidays.KZ(years=range(FIRST, LAST + 1))
    off = {day for day in known if day.weekday() < 5}
    days = {str(day): "off" for day in off}
    for day in known.weekend_workdays:
        if FIRST <= day.year <= LAST:
            days[str(day)] = "working"
    return days


def accounted():
    lines = (pathlib.Path(__file__).parent / "calendar_differences.txt").read_text().splitlines()
    return {line.split()[0]: line.split()[1] for line in lines if line and not line.startswith("#")}


def test_every_difference_to_the_package_holidays_is_accounted_for():
    mine, other = ours(), theirs()
    differing = {}
    for day in sorted(set(mine) | set(other)):
        if mine.get(day) != other.get(day):
            is_weekend = datetime.date.fromisoformat(day).weekday() > 4
            differing[day] = other.get(day, "off" if is_weekend else "working")
    assert differing == accounted()


def test_the_days_off_of_this_year_are_told_in_each_language():
    for language, name in (("ru", "Наурыз мейрамы"), ("kk", "Тәуелсіздік күні"), ("en", "Capital Day")):
        told = subprocess.run(
            [BINARY, "policy", "days", ROOT / "policies" / "cantra", "--from", "2026", "--language", language],
            capture_output=True, text=True, check=True)
        assert name in told.stdout
    wrong = subprocess.run([BINARY, "policy", "days", ROOT / "policies" / "cantra", "--from", "1900"], capture_output=True)
    assert wrong.returncode == 64


def promised(house):
    """The last day of the only review that runs."""
    (day, term), = query(house, "SELECT review_day, review_term FROM registration")
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=day), term


def enter(visit, day, kind, act):
    visit.go("office/calendar")
    visit.page.locator('[name="day"]:not([type=hidden])').fill(str(day))
    if kind:
        visit.page.locator(f'[name="kind"][value="{kind}"]').first.check()
    visit.fill(act=act)
    visit.send("calendar/preview", within="section:last-of-type")


def test_a_day_that_the_government_moves_moves_the_deadlines_openly(house, administrator, specimens):
    caller = Caller(house)
    caller.register("Үлгіева", "ulgieva@example.kz", (specimens / "back.jpg").read_bytes())
    last, term = promised(house)
    assert term.endswith(str(last)) and term.split()[2:4] == ["3", "working_day"]

    visit = administrator.visit
    visit.language = "en"
    for language in LANGUAGES:
        visit.language = language
        visit.go("office/calendar")
        assert visit.page.locator(".year table").count() == 12
        check(visit, "office-calendar")
    visit.language = "en"
    enter(visit, last, None, "")
    assert "Choose what the day has become" in visit.text and "Cite the act" in visit.text
    assert visit.page.locator('[name="day"]:not([type=hidden])').input_value() == str(last)
    check(visit, "office-calendar-wrong")
    enter(visit, last, "off", "Resolution 900 of 2026")
    assert "1 deadline will move" in visit.text
    check(visit, "office-calendar-preview")
    assert promised(house)[0] == last
    visit.send("calendar/move")
    visit.at("office/calendar")
    assert "Resolution 900 of 2026" in visit.text and "Calendar version 2" in visit.text
    check(visit, "office-calendar-moved")

    moved, term = until(lambda: promised(house) if promised(house)[0] != last else None, what="the new deadline")
    assert moved > last and f"{last}m" in term and term.startswith("2 ")
    assert any("Срок пересчитан" in entry for entry in caller.history())

    enter(visit, last, "off", "Resolution 900 of 2026")
    assert "The day is so already" in visit.text
    visit.go("office/calendar")
    visit.send("calendar/preview", within=".table-frame")
    assert "1 deadline will move" in visit.text
    visit.send("calendar/move")
    visit.at("office/calendar")
    assert "No days are moved" in visit.text
    until(lambda: promised(house)[0] == last, what="the old deadline")
    sound(house)
    caller.close()
