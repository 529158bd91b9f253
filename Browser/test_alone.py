"""One person runs the business alone, until a second one has come in."""

import re
import time

import pytest

from conftest import close
from house import House, until
from office import Officer, totp
from pages import LANGUAGES, Visit, check, plain, view
from person import somebody
from stores import travel
from words import DECIDED, words

# One person waits for so long, by the policy.
DAY = 86_400_000_000
MARK = words("в одиночку", "жалғыз өзі", "single-handed")
ALONE = words("Вы работаете в одиночку", "Жалғыз жұмыс істейсіз", "You act alone")
REFUSED = words("В регистрации отказано", "Тіркеуден бас тартылды", "The registration was refused")
SAME_DECIDES = words("решит тот же проверяющий", "сол тексерушінің өзі шешеді", "the same reviewer decides again")
SAME_LOOKS = words("рассматривает тот же проверяющий", "сол тексерушінің өзі қарайды", "The same reviewer looks at your objection")
OTHER_DECIDES = words("решает другой проверяющий", "басқа тексеруші шешеді", "Another reviewer decides")
OTHER_WILL_DECIDE = words("решит другой проверяющий", "басқа тексеруші шешеді", "Another reviewer decides")
OTHER_LOOKS = words("рассматривает другой проверяющий", "басқа тексеруші қарайды", "Another reviewer looks at your objection")
NOT_BEFORE = words(r"не раньше (\d+\s\w+\s\d{4}\sг\., \d\d:\d\d)", r"Ең ерте уақыты: (\d{4}\s\S+\s\d+\s\w+, \d\d:\d\d)",
                   r"from (\d+\s\w+\s\d{4}, \d\d:\d\d)")
OWN_REFUSAL = words("Возражение на ваш отказ", "Сіздің бас тартуыңызға қарсылық", "An objection to your own refusal")
YOURS_AGAIN = words("решать вам", "өзіңіз шешесіз", "yours again")
CODE_MISSING = words("Введите новый код из приложения", "Қосымшадағы жаңа кодты", "Enter a fresh code from the app")
CODE_WRONG = words("Код не подошёл или уже использован", "Код сәйкес келмеді немесе қолданылып қойған", "does not fit or has been used")
IN_EFFECT = words("Решение вступило в силу", "Шешім күшіне енді", "The decision has taken effect")
REGISTERED = words("Вы зарегистрированы", "Сіз тіркелдіңіз", "You are registered")
NOBODY_ELSE = words("больше никто здесь не работает", "басқа ешкім жұмыс істемейді", "nobody else works here")
SECOND_NEEDED = words("Нужен второй проверяющий", "Екінші тексеруші қажет", "A second reviewer is needed")
NEW_PASSWORD = words("Задайте новый пароль", "Жаңа құпиясөз қойыңыз", "Set a new password")
TOO_SHORT = words("Пароль короче 15 знаков", "Құпиясөз 15 таңбадан қысқа", "shorter than 15 characters")
STAFF = words("Работники", "Қызметкерлер", "Staff")
FAMILIES = words("Тексерушіев", "Тексерушіұлы", "Tekserushi")


@pytest.fixture(scope="module")
def house():
    """A server under a policy by which decisions take effect soon."""
    house = House().hasten().start()
    yield house
    house.remove()


def look(visit, path, name, says):
    """A page that must say something."""
    view(visit, path, name)
    visit.reads(says)


def object_to(visit, why):
    visit.go("account")
    visit.fill(objection=why)
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
    """A code of the authenticator that nobody has entered, and one that it does not show."""
    right = until(lambda: totp(officer.secret) != officer.entered and totp(officer.secret), seconds=40, pause=0.5, what="a code")
    officer.entered = right
    shown = {totp(officer.secret, time.time() + shift) for shift in (-60, -30, 0, 30, 60)}
    return right, next(code for code in ("000000", "000001", "000002", "000003", "000004", "000005")
                       if code not in shown)


def post(officer, number, act, **fields):
    """Sends a form of the office that its page does not show."""
    token = officer.page.locator('[name="form-token"]').first.get_attribute("value")
    return officer.visit.context.request.post(
        f"/{officer.visit.language}/office/cases/{number}/{act}", headers={"Sec-Fetch-Site": "same-origin"},
        form={"form-token": token} | fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_person_decides_an_objection_after_a_wait_and_with_a_code(house, administrator, visits, specimens, language):
    office = administrator.visit
    office.language = language
    look(office, "office/staff", "office-staff-alone", ALONE)
    visit = visits(language=language)
    number = somebody(visit).register(specimens / "back.jpg")
    assert administrator.next() == number
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    look(visit, "account", "account-refused-alone", SAME_DECIDES)
    visit.reads(REFUSED)
    object_to(visit, "Бұл менің суретім")
    look(visit, "account", "account-objected-alone", SAME_LOOKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_early_is_refused_with_the_instant(house, administrator, visits, specimens, language):
    office = administrator.visit
    office.language = language
    visit = visits(language=language)
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    administrator.take(number)
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    object_to(visit, "Бұл менің суретім")

    administrator.open(number)
    said = re.search(NOT_BEFORE[language], office.text)
    assert said, office.text
    assert office.page.locator(f'form[action$="/{number}/take"]').count() == 0
    early = post(administrator, number, "take")
    assert early.status == 409 and said[1] in plain(early.text())
    # The forms of a decision, sent all the same, change nothing.
    post(administrator, number, "approve", **{"approval-code": administrator.recovery.pop()})
    look(office, f"office/cases/{number}", "office-case-alone-early", OWN_REFUSAL)
    look(office, "office/queue", "office-queue-alone", YOURS_AGAIN)

    travel(house, f"UPDATE registration SET sent_at = sent_at - {DAY}, decided_at = decided_at - {DAY}, "
                  f"objected_at = objected_at - {DAY} WHERE number = ?", number)
    administrator.take(number)
    right, wrong = fresh(administrator)
    for code, said in (("", CODE_MISSING), (wrong, CODE_WRONG)):
        decide(administrator, number, "refuse", code, "Өзім тағы қарадым")
        office.refused(said)
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
    office.reads(MARK)
    # Undone, and decided again: the code that was used is refused.
    office.send(f"{number}/undo")
    office.page.locator(f'form[action$="/{number}/approve"]').wait_for(state="attached")
    decide(administrator, number, "approve", right)
    office.refused(CODE_WRONG)
    decide(administrator, number, "approve", administrator.recovery.pop())
    office.page.locator(f'form[action$="/{number}/undo"]').wait_for()
    check(office, "office-decided-alone")
    administrator.wait_out_undo(number)
    administrator.open(number)
    office.reads(MARK)
    office.reads(IN_EFFECT)

    someone.is_told(DECIDED)
    visit.go("account")
    visit.reads(REGISTERED)
    look(visit, "account/history", "account-history-alone", MARK)
    # The decision that was undone, and the one that took effect; not the first refusal.
    assert visit.page.locator(".tag", has_text=MARK[language]).count() == 2, visit.text
    verified = house.run("ledger", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_nobody_else_can_review_the_only_persons_own_registration(house, administrator, visits, specimens):
    visit = visits(language="kk")
    number = somebody(visit, email=administrator.email).register(specimens / "back.jpg")
    for language in LANGUAGES:
        administrator.visit.language = language
        look(administrator.visit, f"office/cases/{number}", "office-case-own-alone", NOBODY_ELSE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_person_ends_it_for_good(house, administrator, chromium, visits, specimens, language):
    office = administrator.visit
    second = Officer(Visit(chromium, house, width=1280), FAMILIES[language], f"tekserushi-{language}@example.kz")
    second.enrol(administrator.invite("reviewer"))
    office.language = second.visit.language = language
    office.go("office/staff")
    assert ALONE[language] not in office.text
    visit = visits(language=language)
    number = somebody(visit).register(specimens / "back.jpg")
    administrator.take(number)
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    visit.go("account")
    visit.reads(OTHER_WILL_DECIDE)
    object_to(visit, "Бұл менің суретім")
    visit.reads(OTHER_LOOKS)
    look(office, f"office/cases/{number}", "office-case-another", OTHER_DECIDES)
    assert post(administrator, number, "take").status == 409
    second.take(number)
    second.approve(number)
    second.wait_out_undo(number)
    visit.go("account/history")
    assert visit.page.locator(".tag", has_text=MARK[language]).count() == 0
    # One reviewer is left, and is told what that means.
    office.go("office/staff")
    office.send("office/staff/names")
    row = office.page.locator("tr", has_text=FAMILIES[language])
    row.locator("summary").click()
    row.locator('form[action$="/office/staff/end"] button').click()
    office.send("office/staff/end", "sure")
    look(office, "office/staff", "office-staff-one-reviewer", SECOND_NEEDED)
    close(second.visit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_forgotten_password_and_a_lost_telephone_of_the_only_administrator(house, administrator, visits, language):
    told = house.run("staff", "reset", "--password").stdout
    link = re.search(r"Set a new password and second factor \(once\): (\S+)", told)[1]
    token = link.rsplit("/", 1)[1]
    visit = visits(language=language)
    look(visit, f"office/reset/{token}", "office-renew", NEW_PASSWORD)
    visit.fill(password="short")
    visit.send(token)
    visit.refused(TOO_SHORT)
    check(visit, "office-renew-weak")
    visit.fill(password="қызыл түлкі есікте тұр 53")
    visit.send(token)
    visit.at("office/factor/new")
    visit.fill(code=totp(visit.page.locator(".copyable code").first.text_content()))
    visit.send("factor/new")
    visit.page.locator("ol.codes").wait_for()
    visit.go("office/staff")
    visit.reads(STAFF)
    assert visit.go(f"office/reset/{token}").status == 410
    # What was open before has ended.
    administrator.visit.go("office/staff")
    administrator.visit.at("office/sign-in")
