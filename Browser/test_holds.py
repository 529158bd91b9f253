"""Data that are held from destruction: put on, seen by the person, and released by somebody else."""

import datetime
import os
import time

import pytest

from desk import member
from pages import LANGUAGES, check
from person import somebody
from stores import query, travel
from words import words

AGAIN = words("Решите о согласии ещё раз", "Келісім туралы қайта шешіңіз", "Please decide about your consent again")
ASK = words("спросите человека снова", "адамнан қайта сұраңыз", "ask the person again")


@pytest.fixture(scope="module")
def two(chromium, house, administrator):
    """Two persons responsible for the processing."""
    both = [
        member(chromium, house, administrator, "dpo", "Жауаптыев", "jauapty@example.kz"),
        member(chromium, house, administrator, "dpo", "Екіншиев", "ekinshi@example.kz"),
    ]
    yield both
    for one in both:
        one.visit.close()
        assert not one.visit.complaints, one.visit.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_are_held_and_another_person_releases_them(house, two, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    first, second = two[0].visit, two[1].visit
    first.go("office/holds", language)
    check(first, "office-holds", language)
    first.send("holds/put")
    first.page.locator(".error-summary").wait_for()
    check(first, "office-holds-wrong", language)
    until = (datetime.date.today() + datetime.timedelta(days=90)).isoformat()
    first.fill(case=number.lower(), reference="2-118/26", until=until)
    first.page.locator('[name="ground"][value="dispute"]').check()
    first.send("holds/put")
    first.page.locator("tr", has_text=number).wait_for()
    # Who put it on cannot release it.
    assert first.page.locator("tr", has_text=number).locator("form").count() == 0
    check(first, "office-holds-standing", language)

    visit.go("account")
    assert "Civil Code 178" in visit.text
    check(visit, "account-held")

    second.go("office/holds", language)
    check(second, "office-holds-release", language)
    second.page.locator("tr", has_text=number).locator("button").click()
    second.at("office/holds")
    assert number not in second.text
    visit.go("account")
    assert "Civil Code 178" not in visit.text
    visit.go("account/history")
    check(visit, "account-history-held")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_consent_a_restore_lost_is_asked_and_an_officer_may_end_the_waiting(
        house, two, visits, specimens, language):
    visit = visits(language=language)
    number = somebody(visit).register(specimens / "back.jpg")
    (subject,), = query(house, "SELECT subject_id FROM registration WHERE number = ?", number)
    # As a restore leaves it, which ReplayConsentTests show.
    now, term = int(time.time() * 1_000_000), 90 * 86_400 * 1_000_000
    travel(house, "INSERT INTO hold (subject_id, id, ground, reference, put_by, put_at, until) VALUES (?, ?, ?, ?, ?, ?, ?)",
           subject, os.urandom(16), "lost_consent", "#7", bytes(16), now, now + term)
    visit.go("account")
    assert AGAIN[language] in visit.text and "Civil Code" not in visit.text
    check(visit, "account-consent-lost")
    assert visit.page.locator('.panel a[href$="/account/consents"]').count() == 1

    officer = two[0].visit
    officer.go("office/holds", language)
    row = officer.page.locator("tr", has_text=number)
    assert ASK[language] in row.inner_text()
    check(officer, "office-holds-consent-lost", language)
    row.locator("button").click()
    officer.at("office/holds")
    assert number not in officer.text
    visit.go("account")
    assert AGAIN[language] not in visit.text
