"""One person runs the business alone, until a second one has come in."""

import re
import time

import pytest

from house import House, until
from office import Officer, totp
from pages import LANGUAGES, Visit, check, plain
from person import somebody

MARK = {"ru": "в одиночку", "kk": "жалғыз өзі", "en": "single-handed"}


@pytest.fixture(scope="module")
def house():
    """A server under a policy by which one person waits a minute."""
    house = House()
    file = house.policy / "policy.yml"
    text = file.read_text()
    assert text.count("{objection: 1 days,") == 1
    file.write_text(text.replace("{objection: 1 days,", "{objection: 60 seconds,"))
    house.start()
    yield house
    house.remove()


def look(visit, path, name, says):
    """A page in each language, where it must say something."""
    for language in LANGUAGES:
        visit.go(path, language)
        assert says[language] in visit.text, (language, visit.text)
        check(visit, name, language)


def object_to(visit, words):
    visit.go("account")
    visit.fill(objection=words)
    visit.send("account/objection")
    visit.at("account")


def decide(officer, number, act, code, words=None):
    """Approves or refuses in the form that asks for the second factor again."""
    form = officer.page.locator(f'form[action$="/{number}/{act}"]')
    fold = form.locator("xpath=ancestor::details")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    if words:
        form.locator("select").select_option(index=1)
        form.locator("textarea").fill(words)
    form.locator('[autocomplete="one-time-code"]').fill(code)
    form.locator("button[type=submit]").click()


def fresh(officer):
    """A code of the authenticator that nobody has used, and one that it does not show."""
    shown = {totp(officer.secret, time.time() + shift) for shift in (-60, -30, 0, 30, 60)}
    return totp(officer.secret), next(code for code in ("000000", "000001", "000002", "000003", "000004", "000005")
                                      if code not in shown)


def post(officer, number, act, **fields):
    """Sends a form of the office that its page does not show."""
    token = officer.page.locator('[name="form-token"]').first.get_attribute("value")
    return officer.visit.context.request.post(
        f"/ru/office/cases/{number}/{act}", headers={"Sec-Fetch-Site": "same-origin"},
        form={"form-token": token} | fields)


def test_one_person_decides_an_objection_after_a_wait_and_with_a_code(house, administrator, visits, specimens):
    office = administrator.visit
    look(office, "office/staff", "office-staff-alone", {
        "ru": "Вы работаете в одиночку", "kk": "Жалғыз жұмыс істейсіз", "en": "You act alone"})
    visit = visits(language="en")
    number = somebody(visit).register(specimens / "back.jpg")
    assert administrator.next() == number
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    look(visit, "account", "account-refused-alone", {
        "ru": "решит тот же проверяющий", "kk": "сол тексерушінің өзі шешеді", "en": "the same reviewer decides again"})
    object_to(visit, "Бұл менің суретім")
    look(visit, "account", "account-objected-alone", {
        "ru": "рассматривает тот же проверяющий", "kk": "сол тексерушінің өзі қарайды",
        "en": "The same reviewer looks at your objection"})


def test_too_early_is_refused_with_the_instant(house, administrator, visits, specimens):
    office = administrator.visit
    visit = visits(language="en")
    number = somebody(visit).register(specimens / "back.jpg")
    administrator.take(number)
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    object_to(visit, "Бұл менің суретім")

    administrator.open(number)
    said = re.search(r"не раньше (\d+\s\w+\s\d{4}\sг\., \d\d:\d\d)", office.text)
    assert said, office.text
    assert office.page.locator(f'form[action$="/{number}/take"]').count() == 0
    early = post(administrator, number, "take")
    assert early.status == 409 and said[1] in plain(early.text())
    # The forms of a decision, sent all the same, change nothing.
    post(administrator, number, "approve", **{"approval-code": fresh(administrator)[0]})
    look(office, f"office/cases/{number}", "office-case-alone-early", {
        "ru": "Возражение на ваш отказ", "kk": "Сіздің бас тартуыңызға қарсылық",
        "en": "An objection to your own refusal"})
    look(office, "office/queue", "office-queue-alone", {
        "ru": "решать вам", "kk": "өзіңіз шешесіз", "en": "yours again"})

    def opens():
        administrator.open(number)
        return office.page.locator(f'form[action$="/{number}/take"]').count()

    until(opens, seconds=90, pause=2, what="the end of the wait")
    administrator.take(number)
    right, wrong = fresh(administrator)
    for code in ("", wrong):
        decide(administrator, number, "refuse", code, "Өзім тағы қарадым")
        office.page.locator(".error-summary").wait_for()
        form = office.page.locator(f'form[action$="/{number}/refuse"]')
        assert form.locator("textarea").input_value() == "Өзім тағы қарадым"
        assert form.locator('[autocomplete="one-time-code"]').input_value() == ""
    # On a telephone what is raised covers the page, and never what is wrong with it.
    size = office.page.viewport_size
    office.page.set_viewport_size({"width": 360, "height": 800})
    assert office.page.locator(".error-summary").evaluate("""(one) => {
        const {x, y, width, height} = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }"""), "the error summary is covered"
    office.page.set_viewport_size(size)
    check(office, "office-case-alone-wrong")
    decide(administrator, number, "approve", right)
    office.page.locator(f'form[action$="/{number}/undo"]').wait_for()
    assert MARK["ru"] in office.text
    check(office, "office-decided-alone")
    # Undone, and decided again: the code that was used is refused.
    office.send(f"{number}/undo")
    office.page.locator(f'form[action$="/{number}/approve"]').wait_for(state="attached")
    decide(administrator, number, "approve", right)
    office.page.locator(".error-summary").wait_for()
    decide(administrator, number, "approve", administrator.recovery[0])
    administrator.wait_out_undo(number)
    administrator.open(number)
    assert MARK["ru"] in office.text

    visit.go("account/history")
    # The decision that was undone, and the one that took effect; not the first refusal.
    assert visit.page.locator(".tag", has_text=MARK["en"]).count() == 2, visit.text
    look(visit, "account/history", "account-history-alone", MARK)
    verified = house.run("ledger", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_nobody_else_can_review_the_only_persons_own_registration(house, administrator, visits, specimens):
    visit = visits(language="kk")
    number = somebody(visit, email=administrator.email).register(specimens / "back.jpg")
    look(administrator.visit, f"office/cases/{number}", "office-case-own-alone", {
        "ru": "больше никто здесь не работает", "kk": "басқа ешкім жұмыс істемейді", "en": "nobody else works here"})


def test_a_second_person_ends_it_for_good(house, administrator, chromium, visits, specimens):
    office = administrator.visit
    second = Officer(Visit(chromium, house, width=1280), "Тексерушіев", "tekserushi@example.kz")
    second.enrol(administrator.invite("reviewer"))
    office.go("office/staff")
    assert "Вы работаете в одиночку" not in office.text
    visit = visits(language="en")
    number = somebody(visit).register(specimens / "back.jpg")
    administrator.take(number)
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    visit.go("account")
    assert "Another reviewer decides" in visit.text
    object_to(visit, "Бұл менің суретім")
    assert "Another reviewer looks at your objection" in visit.text
    look(office, f"office/cases/{number}", "office-case-another", {
        "ru": "Решает другой проверяющий", "kk": "Басқа тексеруші шешеді", "en": "Another reviewer decides"})
    assert post(administrator, number, "take").status == 409
    second.take(number)
    second.approve(number)
    second.wait_out_undo(number)
    visit.go("account/history")
    assert visit.page.locator(".tag", has_text=MARK["en"]).count() == 0
    # One reviewer is left, and is told what that means.
    office.go("office/staff")
    office.send("office/staff/names")
    row = office.page.locator("tr", has_text="Тексерушіев")
    row.locator("summary").click()
    row.locator('form[action$="/office/staff/end"] button').click()
    office.send("office/staff/end", "sure")
    look(office, "office/staff", "office-staff-one-reviewer", {
        "ru": "Нужен второй проверяющий", "kk": "Екінші тексеруші қажет", "en": "A second reviewer is needed"})
    second.visit.close()


def test_a_forgotten_password_and_a_lost_telephone_of_the_only_administrator(house, administrator, visits):
    told = house.run("staff", "reset", "--password").stdout
    link = re.search(r"Set a new password and second factor \(once\): (\S+)", told)[1]
    token = link.rsplit("/", 1)[1]
    visit = visits(language="ru")
    look(visit, f"office/reset/{token}", "office-renew", {
        "ru": "Задайте новый пароль", "kk": "Жаңа құпиясөз қойыңыз", "en": "Set a new password"})
    visit.go(f"office/reset/{token}")
    visit.fill(password="short")
    visit.send(token)
    visit.page.locator(".error-summary").wait_for()
    check(visit, "office-renew-weak")
    visit.fill(password="қызыл түлкі есікте тұр 53")
    visit.send(token)
    visit.at("office/factor/new")
    visit.fill(code=totp(visit.page.locator(".copyable code").first.text_content()))
    visit.send("factor/new")
    visit.page.locator("ol.codes").wait_for()
    visit.go("office/staff")
    assert "Работники" in visit.text
    assert visit.go(f"office/reset/{token}").status == 410
    # What was open before has ended.
    administrator.visit.go("office/staff")
    administrator.visit.at("office/sign-in")
