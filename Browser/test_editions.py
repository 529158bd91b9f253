"""An edition is drafted in the office, published, told to persons, and a clause of it declared void."""

import datetime
import xml.etree.ElementTree as tree

import pytest

from conftest import close
from house import House
from pages import LANGUAGES, Visit, check, view
from person import Person
from proven import hand_in, take
from routes import DRAFTING
from stores import query, sound
from test_publication import ADDRESS, filled_in, officer, publish
from words import RECORDED, SAVED, words

WORDS = {"ru": "Проект, написанный в офисе.", "kk": "Кеңседе жазылған жоба.", "en": "A draft written in the office."}
REASON = {"ru": "Решение суда по делу о рекламе", "kk": "Жарнама туралы іс бойынша сот шешімі",
          "en": "A court’s decision about advertising"}
NO_DRAFT = words("Проекта пока нет", "Әзірге жоба жоқ", "There is no draft yet")
SOMEBODY_SAVED = words(
    "Пока вы правили, это место сохранил другой человек", "Сіз түзетіп жатқанда, бұл жерді басқа адам сақтады",
    "While you were editing, somebody else saved this")
ERRORS = words("Ошибки: 1", "Қателер: 1", "Errors: 1")
NO_ERRORS = words("Ошибок нет", "Қате жоқ", "No errors")
PROPOSED = words("Предложено опубликовать", "Жариялауға ұсынылды", "Proposed for publication")
PUBLISHED = words("Двумя людьми", "Екі адам жариялады", "By two persons")
DAYS = words("60 дней", "60 күн", "60 days")
WIDENS = words("расширяет", "кеңейтеді", "widens")
CHANGED = words("Политика изменилась", "Саясат өзгерді", "The policy has changed")
ALLOWS_MORE = words("Она разрешает больше прежней", "Ол бұрынғысынан көбірек рұқсат береді", "It allows more than before")
TICK_ONE = words("Отметьте хотя бы одно согласие", "Кемінде бір келісімді белгілеңіз", "Tick at least one consent")
CHOOSE_CLAUSE = words("Выберите пункт", "тармағын таңдаңыз", "Choose a clause")
TO_BE_VOID = words("Предложено объявить недействительным", "Жарамсыз деп жариялауға ұсынылды", "Proposed to be declared void")
ANOTHER_DECLARES = words(
    "Объявить должен другой администратор", "Басқа әкімші жариялауы керек", "Another administrator has to declare it")
DECLARED = words("Объявлены недействительными", "Жарамсыз деп жарияланған", "Declared void")
HOLD_AGAIN = words("Эти пункты объявлены недействительными", "Бұл тармақтар жарамсыз деп жарияланған", "These clauses were declared void")
CONFIRM = words("Подтвердите, что недействительные", "қайта күшіне енетінін растаңыз", "Confirm that the void clauses hold again")
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


def save(one, action):
    one.visit.send(action)
    one.visit.done(SAVED)


def draft(first, second):
    """Two people work on it, neither loses anything, and the check tells what is wrong where."""
    language = first.visit.language
    view(first.visit, "office/policy/draft", "office-draft-none")
    first.visit.reads(NO_DRAFT)
    first.visit.send("draft/begin")
    first.page.locator(".draft-clauses").wait_for()
    second.visit.go("office/policy/draft/clauses/5.4")
    first.visit.go("office/policy/draft/clauses/5.4")
    texts = {f"text-{one}": first.page.locator(f'[name="text-{one}"]').input_value() for one in LANGUAGES}
    first.visit.fill(**{name: f"{text} {WORDS[name[-2:]]}" for name, text in texts.items()})
    save(first, "clauses/5.4")
    view(first.visit, "office/policy/draft/clauses/5.4", "office-draft-clause")
    assert WORDS["kk"] in first.page.locator("ins").nth(1).inner_text()
    # The other one has not seen that: theirs stands in the fields, the saved one beside it.
    mine = f"text-{language}"
    second.visit.fill(**{mine: f"{texts[mine]} Екіншінің сөзі."})
    second.visit.send("clauses/5.4")
    second.page.locator(".panel.due .draft-sides").wait_for()
    second.visit.reads(SOMEBODY_SAVED, ".panel.due")
    check(second.visit, "office-draft-conflict")
    assert "Екіншінің сөзі." in second.page.locator(f'[name="{mine}"]').input_value()
    assert WORDS[language] in second.page.locator(".panel.due").inner_text()
    # A clause that nobody else touched is saved all the same, as is a file.
    second.visit.go("office/policy/draft/files/policy.yml")
    text = second.page.locator('[name="text"]').input_value()
    assert "ended_scans: 30 days" in text
    second.visit.fill(text=text.replace("ended_scans: 30 days", "ended_scans: 60 moons"))
    save(second, "files/policy.yml")
    assert "policy.yml:" in second.visit.text
    view(second.visit, "office/policy/draft", "office-draft-faulty")
    second.visit.reads(ERRORS)
    assert second.page.locator('form[action$="draft/propose"]').count() == 0
    second.visit.go("office/policy/draft/files/policy.yml")
    second.page.locator('[name="upload"]').set_input_files({
        "name": "policy.yml", "mimeType": "text/plain",
        "buffer": text.replace("ended_scans: 30 days", "ended_scans: 60 days").encode()})
    save(second, "files/policy.yml")
    for name, path in DRAFTING.items():
        view(second.visit, path, name)
    view(first.visit, "office/policy/draft", "office-draft")
    for said in (NO_ERRORS, DAYS, WIDENS):
        first.visit.reads(said)
    first.visit.send("draft/propose")
    first.page.locator('form[action$="policy/withdraw"]').wait_for()
    first.visit.reads(PROPOSED)


def told(person):
    """The person is told once, and agrees afresh only by saying so."""
    view(person.visit, "account", "account-policy-news")
    person.visit.reads(CHANGED)
    person.visit.reads(ALLOWS_MORE)
    assert person.page.locator('a[href$="/policy/changes/1/2"]').count() == 1
    view(person.visit, "account/policy", "account-policy-afresh")
    person.visit.send("account/policy")
    person.visit.refused(TICK_ONE)
    check(person.visit, "account-policy-error")
    person.page.locator('[name="consent"][value="main"]').check()
    person.visit.send("account/policy")
    person.visit.done(RECORDED)
    view(person.visit, "account/policy", "account-policy")
    person.page.locator('[name="mail"]').check()
    person.visit.send("policy/mail")
    person.visit.done(RECORDED)
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
    view(first.visit, "office/policy/void", "office-void")
    first.visit.send("policy/void")
    first.visit.refused(CHOOSE_CLAUSE)
    first.page.locator('[name="clause"]').select_option("2.2.4")
    first.visit.fill(since=almaty().isoformat(), **{f"reason-{one}": REASON[one] for one in LANGUAGES})
    first.visit.send("policy/void")
    first.page.locator('form[action$="void/withdraw"]').wait_for()
    assert first.page.locator('form[action$="void/declare"]').count() == 0
    first.visit.reads(ANOTHER_DECLARES)
    view(second.visit, "office/policy/void", "office-void-proposed")
    second.visit.reads(TO_BE_VOID)
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("void/declare")
    second.page.locator('form[action$="void/declare"]').wait_for(state="detached")
    second.visit.reads(DECLARED)
    second.visit.reads(REASON)
    view(second.visit, "office/policy/void", "office-void-declared")


def revive(first, second):
    """The next edition says the void clause again: nobody publishes it unseen."""
    first.visit.go("office/policy/draft/files/policy.yml")
    text = first.page.locator('[name="text"]').input_value()
    first.visit.fill(text=text.replace("ended_scans: 60 days", "ended_scans: 50 days"))
    save(first, "files/policy.yml")
    first.visit.go("office/policy/draft")
    first.visit.send("draft/propose")
    first.page.locator('form[action$="policy/withdraw"]').wait_for()
    view(second.visit, "office/policy", "office-policy-revives")
    second.visit.reads(HOLD_AGAIN, ".panel.due")
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("policy/publish")
    second.visit.refused(CONFIRM)
    check(second.visit, "office-policy-revives-error")
    second.page.locator('[name="reviving"]').check()
    second.visit.fill(code=second.recovery.pop())
    second.visit.send("policy/publish")
    second.page.locator('form[action$="policy/publish"]').wait_for(state="detached")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_is_drafted_published_told_and_a_clause_of_it_declared_void(chromium, house, tmp_path, language):
    first = officer(chromium, house, house.enrolment, "Басқарушы", "basqarushy@example.kz")
    second = officer(chromium, house, first.invite("administrator"), "Екінші", "ekinshi@example.kz")
    first.visit.language = second.visit.language = language
    person = Person(Visit(chromium, house, language), "aigerim@example.kz", "+7 701 555 01 02", "Үлгіева", "Айгерім")
    person.names()
    person.agree()
    draft(first, second)
    publish(second)
    second.visit.reads(PUBLISHED)
    visitor = Visit(chromium, house, language)
    for one in LANGUAGES:
        visitor.go("policy", one)
        assert WORDS[one] in visitor.text
    told(person)

    # The folder on the server takes the draft, and has nothing more to tell; the start does not go back to it.
    house.run("policy", "draft", house.policy, "--write")
    assert WORDS["kk"] in (house.policy / "kk.md").read_text()
    assert "as the folder is" in house.run("policy", "draft", house.policy).stdout
    assert house.run("policy", "diff", house.policy).returncode == 0

    declare_void(first, second)
    view(visitor, "policy", "policy-void")
    visitor.reads(REASON, ".clause.void")
    assert visitor.page.locator(".clause.void").count() == 1
    entries = feed(house, visitor, language)
    assert len(entries) == 3 and sum("/clauses/2.2.4" in name for name in entries) == 1
    take(visitor, "editions/2/clauses/2.2.4/void.json", tmp_path / "void.json")
    hand_in(house, visitor, tmp_path / "void.json", "done", "ok, void clause 2.2.4 of edition 2 is genuine", 0)
    assert query(house, "SELECT edition, clause FROM void_clause") == [(2, "2.2.4")]
    # The consent to it is offered to nobody any more.
    other = Person(Visit(chromium, house, language), "bekzat@example.kz", "+7 701 555 01 03", "Бекзатов", "Бекзат")
    other.names()
    assert other.page.locator('[name="optional"][value="advertising"]').count() == 0
    revive(first, second)
    visitor.go("policy", language)
    assert visitor.page.locator(".clause.void").count() == 0
    sound(house)
    close(first.visit, second.visit, visitor, person.visit, other.visit)
