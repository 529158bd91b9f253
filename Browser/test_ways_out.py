"""What happens when it does not go straight: the ways out of a registration."""

import pytest

from house import until
from office import empty_queue
from pages import LANGUAGES, check
from person import somebody
from proven import hand_in, take
from routes import ERASURE, matches
from stores import files, rows, settled


def keep_certificate(house, visit, folder):
    """Opens the certificate of the erasure, takes its file, and has it checked; gives the address of its page."""
    visit.page.locator('a[href*="/erasures/"]').click()
    (page,) = ERASURE.values()
    assert matches(page.replace("{mark}", "{p0}"), visit.path), visit.path
    path = visit.path
    check(visit, "erasure")
    file = take(visit, "certificate.json", folder / "erasure.json")
    hand_in(house, visit, file, "done", "certificate of an erasure, not final yet, is genuine", 0)
    spoilt = folder / "spoilt.json"
    spoilt.write_text(file.read_text().replace('"act" : "', '"act" : "un'))
    hand_in(house, visit, spoilt, "refused", "not genuine: contentChanged", 1)
    return path


def test_who_does_not_agree_leaves_nothing(house, administrator, visits):
    before = settled(house)
    visit = visits(language="kk")
    someone = somebody(visit, family="Келіспейбай")
    someone.names()
    visit.page.locator('[name="declaration"]').check()
    visit.send("register/consent", "answer", "no")
    visit.page.locator('button[name="answer"][value="end"]').wait_for()
    check(visit, "register-decline")
    visit.send("register/consent", "answer", "end")
    visit.at("register/ended")
    check(visit, "register-ended-nothing")
    assert settled(house) == before
    # The one cookie belongs to the form.
    assert [one["name"] for one in visit.context.cookies()] == ["__Host-saqta-visit"]


def test_who_ends_a_draft_has_everything_destroyed(house, visits, specimens, tmp_path):
    before = settled(house)
    visit = visits(language="en")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    someone.upload(specimens / "back.jpg")
    assert len(files(house)) > len(before[1])
    visit.go("register/leave")
    check(visit, "register-leave")
    visit.go("register/end")
    check(visit, "register-end")
    visit.send("register/end")
    visit.at("register/ended")
    check(visit, "register-ended")
    keep_certificate(house, visit, tmp_path)
    visit.go("account")
    visit.at("sign-in")
    after = rows(house)
    assert after["erasure"] == before[0]["erasure"] + 1
    for table in ("registration", "registration_number", "contact", "document", "page", "address", "session"):
        assert after[table] == before[0][table], table
    until(lambda: files(house) == before[1], seconds=60, what="the end of the scans")


def test_a_code_that_does_not_come_goes_by_the_other_channel(house, visits):
    visit = visits(language="ru")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.give_contacts()
    visit.page.locator("details.folded summary").click()
    visit.send("register/code/telephone/again")
    visit.at("register/code/telephone")
    check(visit, "register-code-telephone")
    number = "+7" + "".join(filter(str.isdigit, someone.telephone))[1:]
    # A code that was not sent here is refused, with the tries that are left.
    visit.fill(code="000000")
    visit.send("register/code/telephone")
    visit.page.locator(".error-summary").wait_for()
    check(visit, "register-code-wrong")
    visit.fill(code=house.code(number))
    visit.send("register/code/telephone")
    visit.at("register/documents")


def test_a_code_that_is_used_up_is_told_and_another_is_sent(house, visits):
    visit = visits(language="kk")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.give_contacts()
    right = house.code(someone.email)
    for _ in range(5):
        visit.fill(code="000000" if right != "000000" else "111111")
        visit.send("register/code/email")
        visit.page.locator(".error-summary").wait_for()
    assert visit.page.title().startswith("Қате:") and "Код енді жарамсыз" in visit.text
    check(visit, "register-code-ended")
    visit.fill(code=right)
    visit.send("register/code/email")
    visit.page.locator(".error-summary").wait_for()
    visit.page.locator("details.folded summary").click()
    visit.send("register/code/telephone/again")
    visit.at("register/code/telephone")
    number = "+7" + "".join(filter(str.isdigit, someone.telephone))[1:]
    visit.fill(code=house.code(number))
    visit.send("register/code/telephone")
    visit.at("register/documents")


def test_a_wrong_address_is_changed_on_the_way(house, visits):
    visit = visits(language="kk")
    someone = somebody(visit)
    right, someone.email = someone.email, "qate-" + someone.email
    someone.names()
    someone.agree()
    someone.give_contacts()
    of_wrong = house.code(someone.email)
    visit.page.locator('p.lead a[href$="/register/contacts"]').click()
    visit.at("register/contacts")
    visit.fill(email=right)
    visit.send("register/contacts")
    visit.at("register/code/email")
    of_right = house.code(right)
    if of_wrong != of_right:
        visit.fill(code=of_wrong)
        visit.send("register/code/email")
        visit.page.locator(".error-summary").wait_for()
    visit.fill(code=of_right)
    visit.send("register/code/email")
    visit.at("register/documents")


def test_a_registration_that_waits_is_withdrawn(house, administrator, visits, specimens, tmp_path):
    empty_queue(administrator)
    visit = visits(language="ru")
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    visit.go("register/end")
    check(visit, "account-withdraw")
    visit.send("register/end")
    visit.at("register/ended")
    page = keep_certificate(house, visit, tmp_path)
    visit.go(page)
    assert number in visit.text
    visit.go("account")
    visit.at("sign-in")
    visit.go(page[:-1] + ("0" if page[-1] != "0" else "1"))
    assert number not in visit.text
    administrator.visit.go("office/queue")
    assert number not in administrator.visit.text
    administrator.open(number)
    assert someone.family not in administrator.page.content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_address_is_confirmed_after_sending(house, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    visit.go("account")
    check(visit, "account-not-confirmed")
    visit.send("register/code/telephone/again")
    visit.at("register/code/telephone")
    # No step of the registration any more, and nothing to leave or to change.
    assert visit.page.locator('main a[href*="/register/"]').count() == 0
    check(visit, "account-code-telephone")
    visit.fill(code=house.code("+7" + "".join(filter(str.isdigit, someone.telephone))[1:]))
    visit.send("register/code/telephone")
    visit.at("account")
    assert visit.page.locator('form[action$="/again"]').count() == 0


def test_who_was_refused_applies_again_with_what_was_typed(house, administrator, visits, specimens):
    empty_queue(administrator)
    visit = visits(language="kk")
    someone = somebody(visit, patronymic="Серікұлы")
    number = someone.register(specimens / "back.jpg")
    administrator.next()
    administrator.refuse(number, "Мерзімі өткен")
    administrator.wait_out_undo(number)
    visit.go("account")
    visit.send("account/again")
    visit.at("register/check")
    for typed in (someone.family, someone.given, someone.patronymic, someone.email):
        assert typed in visit.text, typed
    check(visit, "register-check-again")
    visit.go("register/documents")
    visit.page.evaluate("() => { document.body.dataset.before = 'yes' }")
    visit.page.locator("details", has=visit.page.locator("[data-upload='identity_document']")).last.evaluate(
        "(one) => { one.open = true }")
    someone.upload(specimens / "photo.jpg")
    assert someone.send() == number
    assert administrator.next() == number
    assert "Мерзімі өткен" not in administrator.visit.text
    administrator.approve(number)
    administrator.wait_out_undo(number)


@pytest.mark.parametrize("language", ["kk"])
def test_all_of_it_works_without_scripts(house, administrator, visits, specimens, language):
    visit = visits(language=language, scripts=False)
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    # A file that is none is told about, and the form stays.
    form = visit.page.locator('[data-upload="identity_document"] form').first
    form.locator("input[type=file]:not([capture])").set_input_files(specimens / "words.txt")
    form.locator("button[type=submit]").click()
    visit.at("register/documents")
    until(lambda: someone.being_read() == 0, seconds=60, what="the refusal of the file")
    visit.go("register/documents")
    assert visit.page.locator(".received").count() == 1 and someone.page.locator(".received img").count() == 0
    someone.upload_plainly(specimens / "card.pdf")
    number = someone.send()
    visit.go("account")
    assert number in visit.text
    for path in ("account/data", "account/documents", "account/consents", "account/history", "account/receipt"):
        assert visit.go(path).status == 200, path
