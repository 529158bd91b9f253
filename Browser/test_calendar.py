"""The working days: as others know them, as the office moves them, and what that does to deadlines that run."""

import datetime
import pathlib
import subprocess

import holidays
import pytest

from house import BINARY, ROOT, until
from pages import LANGUAGES, check, view
from plain import Caller
from stores import query, sound
from words import words

FIRST, LAST = 2015, 2026
NO_KIND = words("Выберите, каким стал день", "Күннің қандай болғанын таңдаңыз", "Choose what the day has become")
NO_ACT = words("Укажите акт", "Актіні көрсетіңіз", "Cite the act")
ONE_MOVES = words("Изменятся сроки: 1", "1 мерзім өзгереді", "1 deadline will move")
SO_ALREADY = words("Этот день уже такой", "Бұл күн онсыз да сондай", "The day is so already")
NONE_MOVED = words("Перенесённых дней нет", "Ауыстырылған күндер жоқ", "No days are moved")
COUNTED_AGAIN = words("Срок пересчитан", "Мерзім қайта есептелді", "A deadline was counted again")
ACTS = words("Постановление № 900 от 2026 года", "2026 жылғы № 900 қаулы", "Resolution 900 of 2026")


def version(number):
    return words(f"Версия календаря {number}", f"Күнтізбенің {number}", f"Calendar version {number}")


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


@pytest.fixture(scope="module")
def caller(house, specimens):
    """Somebody who waits for a review."""
    caller = Caller(house)
    caller.register("Үлгіева", "ulgieva@example.kz", (specimens / "back.jpg").read_bytes())
    last, term = promised(house)
    assert term.endswith(str(last)) and term.split()[2:4] == ["3", "working_day"]
    yield caller
    caller.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_the_government_moves_moves_the_deadlines_openly(house, administrator, caller, language):
    last, term = promised(house)
    number = int(term.split()[0])

    visit = administrator.visit
    visit.language = language
    view(visit, "office/calendar", "office-calendar")
    assert visit.page.locator(".year table").count() == 12
    enter(visit, last, None, "")
    visit.refused(NO_KIND)
    visit.refused(NO_ACT)
    assert visit.page.locator('[name="day"]:not([type=hidden])').input_value() == str(last)
    check(visit, "office-calendar-wrong")
    enter(visit, last, "off", ACTS[language])
    visit.reads(ONE_MOVES)
    check(visit, "office-calendar-preview")
    assert promised(house)[0] == last
    visit.send("calendar/move")
    visit.at("office/calendar")
    visit.reads(ACTS)
    visit.reads(version(number + 1))
    check(visit, "office-calendar-moved")

    moved, term = until(lambda: promised(house) if promised(house)[0] != last else None, what="the new deadline")
    assert moved > last and f"{last}m" in term and term.startswith(f"{number + 1} ")
    caller.language = language
    assert any(COUNTED_AGAIN[language] in entry for entry in caller.history()[:3])

    enter(visit, last, "off", ACTS[language])
    visit.refused(SO_ALREADY)
    visit.go("office/calendar")
    visit.send("calendar/preview", within=".table-frame")
    visit.reads(ONE_MOVES)
    visit.send("calendar/move")
    visit.at("office/calendar")
    visit.reads(NONE_MOVED)
    until(lambda: promised(house)[0] == last, what="the old deadline")
    sound(house)
