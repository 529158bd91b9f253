"""An organisation registers: somebody acts for it with documents, both are named, and it ends at once."""

import re

import pytest

from house import House
from pages import LANGUAGES, check, view
from person import sign_in, somebody
from stores import travel
from words import DECIDED, words

BIN = "991240000013"
NAMES = words("ТОО «Үлгі»", "«Үлгі» ЖШС", "Ulgi LLP")
REGISTER_FIRST = words("Сначала зарегистрируйтесь сами", "Алдымен өзіңіз тіркеліңіз", "Register yourself first")
FOR_NOBODY = words("Вы пока ни за кого не действуете", "Сіз әзірге ешкім үшін әрекет етпейсіз", "You act for nobody yet")
NO_BIN = words("Это не БИН", "Бұл БСН емес", "This is no BIN")
DAY_OVER = words("Укажите день, который ещё не прошёл", "Әлі өтпеген күнді көрсетіңіз", "Give a day that is not over")
DECLARE = words("Отметьте это заявление", "Осы мәлімдемені белгілеңіз", "Tick this declaration")
ACTING = words("Вы действуете за другого", "Сіз басқа үшін әрекет етіп отырсыз", "You act for another")
ALONE = words("Пароль, сеансы, почту и телефон человек меняет только сам", "телефонды адам тек өзі өзгертеді",
              "are changed by the person alone")
ACCEPT_FIRST = words("Сначала примите полномочия", "Алдымен өкілдің өкілеттігін қабылдаңыз", "Accept the representative’s authority")
APPROVE_FIRST = words("Сначала одобрите собственную регистрацию", "Алдымен өкілдің өз тіркелуін мақұлдаңыз",
                      "Approve the representative’s own registration")
ACCEPTED = words("Полномочия приняты", "Өкілеттік қабылданды", "Authority accepted")
BY_REPRESENTATIVE = words("через представителя", "өкіл арқылы", "by a representative")
ENDED = words("Прекращено", "Тоқтатылды", "Ended")
SOLE_PROPRIETOR = words("индивидуальный предприниматель", "жеке кәсіпкер", "sole proprietor")
BACK = words("вернулись в свой кабинет", "өз кабинетіңізге оралдыңыз", "are back in your own account")
ONCE_MORE = words("Отправьте ещё раз", "Тағы бір рет жіберіңіз", "Send it once more")
FOR_ANOTHER = words("Действую за другого", "Басқа үшін әрекет етемін", "Acting for another")
MISSING = words("последний день полномочий", "Өкілеттіктің соңғы күнін", "last day of the authority")


@pytest.fixture(scope="module")
def house():
    """A server under a policy by which decisions take effect soon."""
    house = House().hasten().start()
    yield house
    house.remove()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_is_registered_by_its_representative(house, administrator, visits, specimens, language):
    administrator.visit.language = language
    visit = visits(language=language)
    someone = somebody(visit)
    view(visit, "register/for/organisation", "register-for-first", ".actions")
    visit.reads(REGISTER_FIRST)
    own = someone.register(specimens / "back.jpg")

    view(visit, "account/representing", "account-representing-nobody")
    visit.reads(FOR_NOBODY)
    view(visit, "register/for/organisation", "register-for", '[name="bin"]')
    visit.fill(organisation=NAMES[language], bin="991240000014", until="2020-01-01")
    visit.send("register/for/organisation")
    visit.refused(NO_BIN)
    visit.refused(DAY_OVER)
    assert visit.page.locator(".field.wrong").count() == 2
    check(visit, "register-for-wrong")
    visit.go("register/for/organisation")
    visit.fill(organisation=NAMES[language], bin=BIN)
    visit.send("register/for/organisation")
    visit.refused(MISSING)
    assert visit.page.locator(".error-summary a").evaluate_all("all => all.map(one => one.hash)") == ["#field-until"]
    assert [visit.page.locator(f'[name="{name}"]').input_value() for name in ("organisation", "bin")] == [
        NAMES[language], BIN]
    check(visit, "register-for-no-term")
    visit.fill(until="2099-12-31")
    visit.send("register/for/organisation")
    visit.page.locator('[name="declaration"]').wait_for()
    assert NAMES[language] in visit.text
    check(visit, "register-for-consent")
    visit.send("organisation/consent", "answer", "yes")
    visit.refused(DECLARE)
    visit.page.locator('[name="declaration"]').check()
    visit.page.locator('[name="consent"]').check()
    visit.send("organisation/consent", "answer", "yes")
    visit.at("register/contacts")

    principal = somebody(visit)
    principal.confirm(principal.give_contacts())
    kinds = visit.page.locator("[data-upload]").evaluate_all("all => [...new Set(all.map(one => one.dataset.upload))]")
    assert {"power_of_attorney", "organisation_document"} <= set(kinds) and "identity_document" not in kinds
    principal.upload(specimens / "back.jpg", "power_of_attorney")
    principal.upload(specimens / "photo.jpg", "organisation_document")
    view(visit, "register/check", "register-check-organisation")
    assert BIN in visit.text
    number = principal.send()
    view(visit, "account", "account-acting")
    visit.reads(ACTING, "body")
    assert visit.go("account/password").status == 403
    visit.reads(ALONE)

    officer = administrator
    officer.take(number)
    office = officer.visit
    view(office, f"office/cases/{number}", "office-case-representation")
    assert someone.family in office.text and own in office.text and BIN in office.text
    office.send(f"{number}/approve")
    office.refused(ACCEPT_FIRST)
    office.page.locator('button[name="accepted"][value="yes"]').click()
    office.refused(APPROVE_FIRST)
    check(office, "office-case-representative-open")
    officer.take(own)
    officer.approve(own)
    officer.wait_out_undo(own)
    officer.open(number)
    office.page.locator('button[name="accepted"][value="yes"]').click()
    office.page.locator('button[name="accepted"]').first.wait_for(state="detached")
    office.reads(ACCEPTED)
    officer.approve(number)
    officer.wait_out_undo(number)

    principal.is_told(DECIDED)
    view(visit, "account/representation", "account-representation")
    visit.reads(ACCEPTED)
    visit.go("account/history")
    visit.reads(BY_REPRESENTATIVE)
    check(visit, "account-history-representation")
    assert visit.page.locator("td .tag.accent").count() > 5
    visit.go("account/representing")
    visit.send("representing/back")
    visit.at("account/representing")
    assert number in visit.text
    check(visit, "account-representing")
    stale = visit.context.new_page()
    stale.goto(f"/{language}/account/consents")
    visit.page.locator('form[action$="/account/representing"] button').click()
    visit.page.wait_for_url(re.compile(r"/account$"))
    assert number in visit.text
    # A page that stood open of the own account does nothing on the other's.
    stale.locator('button[value^="ask-"]').first.click()
    stale.get_by_role("heading", name=ONCE_MORE[language]).wait_for()
    stale.close()

    # The organisation comes in alone, by a code to its own address, and ends it: whoever acts for it is out at once.
    alone = visits(language=language)
    sign_in(alone, principal)
    alone.go("account/representation")
    assert own in alone.text and someone.family not in alone.text
    check(alone, "account-representation-alone")
    alone.send("account/representation")
    alone.page.locator('form[action$="/account/representation"]').wait_for(state="detached")
    alone.reads(ENDED)
    view(alone, "account/representation", "account-representation-ended")
    alone.go("account")
    assert number in alone.text
    # In the middle of it they are back in their own account, and are told.
    visit.go("account")
    visit.page.wait_for_url(re.compile(r"/account/representing[?]ended=1$"))
    visit.reads(BACK)
    check(visit, "account-representing-back")
    assert number in visit.text and visit.page.locator('form[action$="/account/representing"] button').count() == 0

    # What waits in a browser of somebody who acted for another is no way into their account for who signs in there next.
    waiting = next(one for one in visit.context.cookies() if one["name"] == "__Host-saqta")
    another = visits(language=language)
    another.context.add_cookies([waiting | {"name": "__Host-saqta-own"}])
    # A minute has passed since the code by which they came in.
    travel(house, "UPDATE code SET created_at = 1")
    sign_in(another, principal)
    assert "__Host-saqta-own" not in {one["name"] for one in another.context.cookies()}
    visit.go("account")
    visit.at("sign-in")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_ends_their_other_sessions_acts_in_none_any_more(house, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    visit.go("register/for/organisation")
    visit.fill(organisation=NAMES[language], bin=BIN, until="2099-12-31")
    visit.send("register/for/organisation")
    for name in ("declaration", "consent"):
        visit.page.locator(f'[name="{name}"]').check()
    visit.send("organisation/consent", "answer", "yes")
    visit.at("register/contacts")

    own = visits(language=language)
    travel(house, "UPDATE code SET created_at = 1")
    sign_in(own, someone)
    view(own, "account/password", "account-password-acting", "tbody .tag:not(.accent)")
    own.reads(FOR_ANOTHER)
    own.page.locator('form[action$="/account/sessions"] .actions button').click()
    own.page.locator(".panel.done").wait_for()
    assert own.page.locator("tbody .tag:not(.accent)").count() == 0
    visit.go("account")
    visit.at("sign-in")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sole_proprietor_registers_themselves(administrator, visits, specimens, language):
    administrator.visit.language = language
    visit = visits(language=language)
    someone = somebody(visit)
    visit.go("register")
    visit.page.locator('a[href$="/register/for/sole_proprietor"]').click()
    visit.at("register/for/sole_proprietor")
    visit.fill(family=someone.family, given=someone.given)
    visit.send("for/sole_proprietor")
    for name in ("declaration", "consent"):
        visit.page.locator(f'[name="{name}"]').check()
    visit.send("sole_proprietor/consent", "answer", "yes")
    visit.at("register/contacts")
    someone.confirm(someone.give_contacts())
    someone.upload(specimens / "back.jpg")
    number = someone.send()
    # Nobody acts for them, and whoever looks at it knows what they are.
    administrator.take(number)
    assert SOLE_PROPRIETOR[language] in administrator.visit.text.lower()
    check(administrator.visit, "office-case-sole-proprietor")
    administrator.approve(number)
    administrator.wait_out_undo(number)
    visit.go("account/data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(someone.family).first.wait_for()
    assert SOLE_PROPRIETOR[language] in visit.text.lower()
    check(visit, "account-data-sole-proprietor")
