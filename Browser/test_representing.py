"""An organisation registers: somebody acts for it with documents, both are named, and it ends at once."""

import re

from pages import LANGUAGES, check, see
from person import sign_in, somebody

BIN = "991240000013"
MISSING = {
    "ru": "последний день полномочий", "kk": "Өкілеттіктің соңғы күнін", "en": "last day of the authority",
}


def test_an_organisation_is_registered_by_its_representative(house, administrator, visits, specimens):
    visit = visits()
    someone = somebody(visit)
    see(visit, "register/for/organisation", "register-for-first", ".actions")
    own = someone.register(specimens / "back.jpg")

    see(visit, "account/representing", "account-representing-nobody")
    see(visit, "register/for/organisation", "register-for", '[name="bin"]')
    visit.fill(organisation="ТОО «Үлгі»", bin="991240000014", until="2020-01-01")
    visit.send("register/for/organisation")
    visit.page.locator(".error-summary").wait_for()
    assert visit.page.locator(".field.wrong").count() == 2
    check(visit, "register-for-wrong")
    for language in LANGUAGES:
        visit.go("register/for/organisation", language)
        visit.fill(organisation="ТОО «Үлгі»", bin=BIN)
        visit.send("register/for/organisation")
        visit.page.locator(".error-summary").wait_for()
        assert visit.page.locator(".error-summary a").evaluate_all("all => all.map(one => one.hash)") == ["#field-until"]
        assert MISSING[language] in visit.page.locator(".error-summary").inner_text()
        assert [visit.page.locator(f'[name="{name}"]').input_value() for name in ("organisation", "bin")] == [
            "ТОО «Үлгі»", BIN]
        check(visit, "register-for-no-term", language)
    visit.go("register/for/organisation", "ru")
    visit.fill(organisation="ТОО «Үлгі»", bin=BIN, until="2099-12-31")
    visit.send("register/for/organisation")
    visit.page.locator('[name="declaration"]').wait_for()
    assert "ТОО «Үлгі»" in visit.text
    check(visit, "register-for-consent")
    visit.send("organisation/consent", "answer", "yes")
    visit.page.locator(".error-summary").wait_for()
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
    see(visit, "register/check", "register-check-organisation")
    assert BIN in visit.text
    number = principal.send()
    see(visit, "account", "account-acting")
    assert visit.page.context.request.get("/ru/account/password").status == 403

    officer = administrator
    officer.take(number)
    office = officer.visit
    for language in LANGUAGES:
        office.go(f"office/cases/{number}", language)
        assert someone.family in office.text and own in office.text and BIN in office.text
        check(office, "office-case-representation", language)
    office.go(f"office/cases/{number}", LANGUAGES[0])
    office.send(f"{number}/approve")
    office.page.locator(".error-summary").wait_for()
    office.page.locator('button[name="accepted"][value="yes"]').click()
    office.page.locator(".error-summary").wait_for()
    check(office, "office-case-representative-open")
    officer.take(own)
    officer.approve(own)
    officer.wait_out_undo(own)
    officer.open(number)
    office.page.locator('button[name="accepted"][value="yes"]').click()
    office.page.locator('button[name="accepted"]').first.wait_for(state="detached")
    officer.approve(number)
    officer.wait_out_undo(number)

    see(visit, "account/representation", "account-representation")
    visit.go("account/history")
    check(visit, "account-history-representation")
    assert visit.page.locator("td .tag.accent").count() > 5
    visit.go("account/representing")
    visit.send("representing/back")
    visit.at("account/representing")
    assert number in visit.text
    check(visit, "account-representing")
    visit.page.locator('form[action$="/account/representing"] button').click()
    visit.page.wait_for_url(re.compile(r"/account$"))
    assert number in visit.text

    # The organisation comes in alone, by a code to its own address, and ends it: whoever acts for it is out at once.
    alone = visits()
    sign_in(alone, principal)
    alone.go("account/representation")
    assert own in alone.text and someone.family not in alone.text
    check(alone, "account-representation-alone")
    alone.send("account/representation")
    alone.page.locator('form[action$="/account/representation"]').wait_for(state="detached")
    see(alone, "account/representation", "account-representation-ended")
    alone.go("account")
    assert number in alone.text
    # In the middle of it they are back in their own account, and are told.
    visit.go("account")
    visit.page.wait_for_url(re.compile(r"/account/representing[?]ended=1$"))
    assert visit.page.locator(".panel.notice").count() == 1
    check(visit, "account-representing-back")
    assert number in visit.text and visit.page.locator('form[action$="/account/representing"] button').count() == 0


def test_a_sole_proprietor_registers_themselves(administrator, visits, specimens):
    visit = visits(language="en")
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
    assert "индивидуальный предприниматель" in administrator.visit.text.lower()
    check(administrator.visit, "office-case-sole-proprietor")
    administrator.approve(number)
    administrator.wait_out_undo(number)
    visit.go("account/data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(someone.family).first.wait_for()
    assert "sole proprietor" in visit.text.lower()
    check(visit, "account-data-sole-proprietor")
