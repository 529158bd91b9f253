"""An edition is drafted in the office, published, told to persons, and a clause of it declared void."""

import datetime
import xml.etree.ElementTree as tree

import pytest

from conftest import close
from house import House
from pages import LANGUAGES, Visit, check
from person import Person
from proven import hand_in, take
from routes import DRAFTING
from stores import query, sound
from test_publication import ADDRESS, filled_in, officer, publish

WORDS = {"ru": "Проект, написанный в офисе.", "kk": "Кеңседе жазылған жоба.", "en": "A draft written in the office."}
REASON = {"ru": "Решение суда по делу о рекламе", "kk": "Жарнама туралы іс бойынша сот шешімі",
          "en": "A court’s decision about advertising"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def house():
    """A server for real people: no demo mode."""
    house = filled_in(House(REGION="KZ", ADDRESS=ADDRESS)).start()
    yield house
    house.remove()


def almaty():
    """The day in Almaty, where the office keeps its calendar."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)).date()


def see(visit, path, name):
    """A page in every language, looked at narrow and wide."""
    for language in LANGUAGES:
        assert visit.go(path, language).status == 200
        check(visit, name, language)


def save(one, action):
    one.visit.send(action)
    one.page.locator(".panel.done").first.wait_for()


def draft(first, second):
    """Two people work on it, neither loses anything, and the check tells what is wrong where."""
    see(first.visit, "office/policy/draft", "office-draft-none")
    first.visit.send("draft/begin")
    first.page.locator(".draft-clauses").wait_for()
    second.visit.go("office/policy/draft/clauses/5.4")
    first.visit.go("office/policy/draft/clauses/5.4")
    texts = {f"text-{language}": first.page.locator(f'[name="text-{language}"]').input_value() for language in LANGUAGES}
    first.visit.fill(**{name: f"{text} {WORDS[name[-2:]]}" for name, text in texts.items()})
    save(first, "clauses/5.4")
    see(first.visit, "office/policy/draft/clauses/5.4", "office-draft-clause")
    assert WORDS["kk"] in first.page.locator("ins").nth(1).inner_text()
    # The other one has not seen that: theirs stands in the fields, the saved one beside it.
    second.visit.fill(**{"text-kk": f"{texts['text-kk']} Екіншінің сөзі."})
    second.visit.send("clauses/5.4")
    second.page.locator(".panel.due .draft-sides").wait_for()
    check(second.visit, "office-draft-conflict")
    assert "Екіншінің сөзі." in second.page.locator('[name="text-kk"]').input_value()
    assert WORDS["kk"] in second.page.locator(".panel.due").inner_text()
    # A clause that nobody else touched is saved all the same, as is a file.
    second.visit.go("office/policy/draft/files/policy.yml")
    text = second.page.locator('[name="text"]').input_value()
    assert "ended_scans: 30 days" in text
    second.visit.fill(text=text.replace("ended_scans: 30 days", "ended_scans: 60 moons"))
    save(second, "files/policy.yml")
    assert "policy.yml:" in second.visit.text
    see(second.visit, "office/policy/draft", "office-draft-faulty")
    assert second.page.locator('form[action$="draft/propose"]').count() == 0
    second.visit.go("office/policy/draft/files/policy.yml")
    second.page.locator('[name="upload"]').set_input_files({
        "name": "policy.yml", "mimeType": "text/plain",
        "buffer": text.replace("ended_scans: 30 days", "ended_scans: 60 days").encode()})
    save(second, "files/policy.yml")
    for name, path in DRAFTING.items():
        see(second.visit, path, name)
    see(first.visit, "office/policy/draft", "office-draft")
    first.visit.go("office/policy/draft", "en")
    assert "60 days" in first.visit.text and "widens" in first.visit.text
    first.visit.send("draft/propose")
    first.page.locator('form[action$="policy/withdraw"]').wait_for()


def told(person):
    """The person is told once, and agrees afresh only by saying so."""
    for language in LANGUAGES:
        person.visit.go("account", language)
        check(person.visit, "account-policy-news", language)
    assert person.page.locator('a[href$="/policy/changes/1/2"]').count() == 1
    see(person.visit, "account/policy", "account-policy-afresh")
    person.visit.send("account/policy")
    person.page.locator(".error-summary").wait_for()
    check(person.visit, "account-policy-error", "en")
    person.page.locator('[name="consent"][value="main"]').check()
    person.visit.send("account/policy")
    person.page.locator(".panel.done").first.wait_for()
    see(person.visit, "account/policy", "account-policy")
    person.page.locator('[name="mail"]').check()
    person.visit.send("policy/mail")
    person.page.locator(".panel.done").first.wait_for()
    assert person.page.locator('[name="mail"]').is_checked()
    person.visit.go("account")
    assert person.page.locator('a[href*="/policy/changes/"]').count() == 0


def feed(house, visit, language):
    """Each entry by its identifier."""
    answer = visit.page.request.get(f"{house.site}/{language}/policy/feed.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = tree.fromstring(answer.body())
    for name in ("id", "title", "updated", "author"):
        assert root.find(ATOM + name) is not None
    entries = {entry.find(ATOM + "id").text: entry for entry in root.findall(ATOM + "entry")}
    for entry in entries.values():
        datetime.datetime.fromisoformat(entry.find(ATOM + "updated").text)
        assert visit.page.request.get(entry.find(ATOM + "link").get("href")).status == 200
    return entries


def declare_void(first, second):
    see(first.visit, "office/policy/void", "office-void")
    first.visit.send("policy/void")
    first.page.locator(".error-summary").wait_for()
    first.page.locator('[name="clause"]').select_option("2.2.4")
    first.visit.fill(since=almaty().isoformat(), **{f"reason-{one}": REASON[one] for one in LANGUAGES})
    first.visit.send("policy/void")
    first.page.locator('form[action$="void/withdraw"]').wait_for()
    assert first.page.locator('form[action$="void/declare"]').count() == 0
    see(second.visit, "office/policy/void", "office-void-proposed")
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("void/declare")
    second.page.locator('form[action$="void/declare"]').wait_for(state="detached")
    see(second.visit, "office/policy/void", "office-void-declared")


def test_an_edition_is_drafted_published_told_and_a_clause_of_it_declared_void(chromium, house, tmp_path):
    first = officer(chromium, house, house.enrolment, "Басқарушы", "basqarushy@example.kz")
    second = officer(chromium, house, first.invite("administrator"), "Екінші", "ekinshi@example.kz")
    person = Person(Visit(chromium, house), "aigerim@example.kz", "+7 701 555 01 02", "Үлгіева", "Айгерім")
    person.names()
    person.agree()
    draft(first, second)
    publish(second)
    visitor = Visit(chromium, house)
    for language in LANGUAGES:
        visitor.go("policy", language)
        assert WORDS[language] in visitor.text
    told(person)

    # The folder on the server takes the draft, and has nothing more to tell; the start does not go back to it.
    house.run("policy", "draft", house.policy, "--write")
    assert WORDS["kk"] in (house.policy / "kk.md").read_text()
    assert "as the folder is" in house.run("policy", "draft", house.policy).stdout
    assert house.run("policy", "diff", house.policy).returncode == 0

    declare_void(first, second)
    for language in LANGUAGES:
        visitor.language = language
        visitor.go("policy")
        assert REASON[language] in visitor.text and visitor.page.locator(".clause.void").count() == 1
        check(visitor, "policy-void")
        entries = feed(house, visitor, language)
        assert len(entries) == 3 and sum("/clauses/2.2.4" in name for name in entries) == 1
    visitor.go("policy")
    take(visitor, "editions/2/clauses/2.2.4/void.json", tmp_path / "void.json")
    hand_in(house, visitor, tmp_path / "void.json", "done", "ok, void clause 2.2.4 of edition 2 is genuine", 0)
    assert query(house, "SELECT edition, clause FROM void_clause") == [(2, "2.2.4")]
    # The consent to it is offered to nobody any more.
    other = Person(Visit(chromium, house), "bekzat@example.kz", "+7 701 555 01 03", "Бекзатов", "Бекзат")
    other.names()
    assert other.page.locator('[name="optional"][value="advertising"]').count() == 0
    sound(house)
    close(first.visit, second.visit, visitor, person.visit, other.visit)
