"""What keeps an account the person's own: known browsers, fresh proofs, sessions that can be seen and ended."""

import re
import time
import uuid

import pytest

from house import until
from pages import LANGUAGES, Visit, check, see
from person import sign_in, somebody
from plain import Caller
from routes import ACCOUNT, RIGHTS, THREADS
from stores import query, travel

PASSWORD = "бес сөзден тұратын ұзақ құпиясөз"
OTHER_PASSWORD = "басқа бес сөзден құралған құпиясөз"


@pytest.fixture(scope="module")
def registered(chromium, house, specimens):
    """Somebody who has sent a registration."""
    visit = Visit(chromium, house)
    someone = somebody(visit)
    someone.register(specimens / "back.jpg")
    yield someone
    visit.close()
    assert visit.complaints == []


def long_ago(house):
    """Twenty minutes pass since anybody showed who they are, and codes that were asked are forgotten."""
    travel(house, "UPDATE session SET proved_at = proved_at - 1200000000")
    travel(house, "UPDATE code SET created_at = created_at - 10800000000")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_password_is_set_after_a_fresh_proof(house, registered, language):
    visit, page = registered.visit, registered.page
    visit.language = language
    travel(house, "UPDATE credential SET password = NULL")
    long_ago(house)
    sent = house.codes_sent(registered.email)
    visit.go("account/password")
    assert page.locator('[name="present-password"]').count() == 0
    visit.fill(password=PASSWORD)
    visit.send("account/password")
    page.locator('[name="kept"]').first.wait_for(state="attached")
    check(visit, "account-password-code")
    code = house.code(registered.email, after=sent)
    assert PASSWORD not in page.content()
    visit.fill(code="000000" if code != "000000" else "000001")
    visit.send("account/password/code")
    page.locator(".error-summary").wait_for()
    check(visit, "account-password-code-wrong")
    # Sent again within a minute, as without scripts: told so, and the password still waits.
    page.eval_on_selector("[data-wait]", "(button) => { button.disabled = false }")
    visit.send("account/password/code/again")
    page.locator(".error-summary").wait_for()
    visit.fill(code=code)
    visit.send("account/password/code")
    page.locator(".panel.done").wait_for()
    assert query(house, "SELECT count(*) FROM credential WHERE password IS NOT NULL")[0][0] == 1

    # Once there is one, it is a proof too; a wrong one is not.
    long_ago(house)
    visit.go("account/password")
    check(visit, "account-password-present")
    visit.fill(**{"present-password": "бұл дұрыс емес", "password": OTHER_PASSWORD})
    visit.send("account/password")
    page.locator(".error-summary").wait_for()
    check(visit, "account-password-present-wrong")
    told = "SELECT count(*) FROM message WHERE template = 'passwordChanged' AND sent_at IS NOT NULL"
    before = query(house, told)[0][0]
    visit.fill(**{"present-password": PASSWORD, "password": OTHER_PASSWORD})
    visit.send("account/password")
    page.locator(".panel.done").wait_for()
    until(lambda: query(house, told)[0][0] > before, what="the message about it")
    # Just proven: nothing more is asked.
    assert page.locator('[name="present-password"]').count() == 0
    visit.fill(password=PASSWORD)
    visit.send("account/password")
    page.locator(".panel.done").wait_for()


def test_who_is_signed_in_elsewhere_is_seen_and_ended(house, registered, visits):
    visit, page = registered.visit, registered.page
    visit.language = "en"
    long_ago(house)
    others = [visits(language="en") for _ in range(2)]
    for other in others:
        sign_in(other, registered)
        long_ago(house)
    visit.go("account/password")
    check(visit, "account-sessions")
    rows = page.locator("table tbody tr")
    assert rows.count() == 3
    assert rows.filter(has_text="this session").count() == 1
    assert rows.filter(has_text="By a code to the e-mail").count() == 2
    rows.filter(has_text="By a code to the e-mail").first.locator("button").click()
    page.locator(".panel.done").wait_for()
    assert rows.count() == 2
    ended = [other.go("account").url.split("?")[0].endswith("/sign-in") for other in others]
    assert ended == [False, True], "the one that was used last stands first"
    visit.send("account/sessions", within=".page >")
    page.locator(".panel.done").wait_for()
    assert rows.count() == 1
    others[0].go("account")
    others[0].at("sign-in")


def test_signing_out_clears_what_the_browser_keeps(house, registered, administrator, visits):
    long_ago(house)
    visit = visits(language="ru")
    sign_in(visit, registered)
    token = visit.page.locator('[name="form-token"]').first.get_attribute("value")
    digest = query(house, "SELECT count(*) FROM session WHERE kind = 'account'")[0][0]
    answer = visit.context.request.post(
        "/ru/sign-out", form={"form-token": token}, headers={"Sec-Fetch-Site": "same-origin"}, max_redirects=0)
    assert answer.status == 303 and answer.headers["clear-site-data"] == '"cache", "storage"'
    assert query(house, "SELECT count(*) FROM session WHERE kind = 'account'")[0][0] == digest - 1
    visit.go("account")
    visit.at("sign-in")

    office = administrator.visit
    office.go("office")
    token = office.page.locator('[name="form-token"]').first.get_attribute("value")
    answer = office.context.request.post(
        "/ru/office/sign-out", form={"form-token": token}, headers={"Sec-Fetch-Site": "same-origin"}, max_redirects=0)
    assert answer.status == 303 and answer.headers["clear-site-data"] == '"cache", "storage"'
    office.go("office/queue")
    office.at("office/sign-in")
    # That the browser is known outlasts the session.
    assert "__Host-saqta-known" in [one["name"] for one in office.context.cookies()]


def test_a_registration_is_withdrawn_by_whoever_may_see_it_and_nobody_else(house, visits, specimens):
    visit = visits(language="kk")
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    # The telephone is confirmed too, and then shows the status alone.
    travel(house, """
        INSERT INTO address (digest, subject_id, field, version, state, at)
        SELECT target, subject_id, 5, 1, 'shared', 0 FROM contact WHERE channel = 'telephone'
        AND subject_id = (SELECT subject_id FROM registration WHERE number = ?)""", number)
    other = visits(language="kk")
    telephone = "+7" + "".join(filter(str.isdigit, someone.telephone))[1:]
    other.go("sign-in")
    other.fill(address=someone.telephone)
    other.send("sign-in", "how", "code")
    other.at("sign-in/code")
    other.fill(code=house.code(telephone))
    other.send("sign-in/code")
    other.at("account")
    assert number in other.text and other.page.locator(".tabs a").count() == 0
    token = other.page.locator('[name="form-token"]').first.get_attribute("value")
    for path in (*ACCOUNT.values(), *RIGHTS.values(), *THREADS.values(), "account/receipt.json", "register/documents", "register/documents/state",
                 "register/check", "register/change-name", "register/end", "register/contacts"):
        answer = other.context.request.get(f"/kk/{path}")
        assert answer.status == (200 if path in ("account", "register/sent") else 403), path
        assert someone.family not in answer.text() and someone.email not in answer.text(), path
    for path, form in (("account/data", {"field": "all"}), ("account/consents", {"answer": "withdraw"}),
                       ("account/password", {"password": PASSWORD}), ("register/code/email/again", {})):
        answer = other.context.request.post(
            f"/kk/{path}", form={"form-token": token} | form, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status == 403 and someone.family not in answer.text(), path
    other.go("register/end")
    check(other, "account-needs-more")
    answer = other.context.request.post(
        "/kk/register/end", form={"form-token": token}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status == 403
    assert query(house, "SELECT state FROM registration WHERE number = ?", number) == [("sent",)]
    # Whoever is in by more than a telephone shows once more who they are: the browser may have been left open.
    long_ago(house)
    visit.go("register/end")
    sent = house.codes_sent(someone.email)
    visit.send("register/end")
    visit.page.locator('[name="code"]').wait_for()
    assert query(house, "SELECT state FROM registration WHERE number = ?", number) == [("sent",)]
    visit.fill(code=house.code(someone.email, after=sent))
    visit.send("account/rights/act/code")
    visit.at("register/ended")
    assert query(house, "SELECT state FROM registration WHERE number = ?", number) == []


def test_own_acts_of_one_sitting_stand_in_one_line(house, registered):
    visit, page = registered.visit, registered.page
    visit.language = "ru"
    visit.go("account/history")
    line = page.locator("tbody tr").filter(has_text="Вы посмотрели свои данные")
    before = line.locator("li").count()
    for _ in range(3):
        visit.go("account/data")
        visit.send("account/data", "field", "all")
        page.get_by_text(registered.email).wait_for()
    visit.go("account/history")
    assert line.count() == 1
    assert line.locator("li").count() == max(before, 1) + 3
    line.locator("summary").click()
    assert line.locator("li").first.is_visible()
    for language in LANGUAGES:
        visit.go("account/history", language)
        page.locator("tbody details").first.locator("summary").click()
        check(visit, "account-history-folded", language)
    # What the programme did with them is never put together.
    visit.go("account/history", "ru")
    of_programme = page.locator("tbody tr").filter(has_text="Вам отправлено сообщение")
    assert of_programme.count() > 2 and of_programme.locator("li").count() == 0


def test_a_code_that_another_session_has_just_asked_is_not_promised(house):
    address, callers = "ekiret@example.kz", [Caller(house) for _ in range(2)]
    for caller in callers:
        caller.begin(uuid.uuid4().hex, "Екіретов")
    first = callers[0].form("/ru/register/contacts", email=address, telephone="")
    assert first[0] == 303 and first[1].endswith("/register/code/email")
    status, _, text = callers[1].form("/ru/register/contacts", email=address, telephone="")
    assert status == 429 and "Следующий код можно отправить в" in text and f'value="{address}"' in text
    # The first session asks again: it has a code, and is led to it.
    assert callers[0].form("/ru/register/contacts", email=address, telephone="")[0] == 303
    for caller in callers:
        caller.close()


def ask(house, address, source, cookies=None):
    """Asks for a code from somewhere. Returns the status of the answer, and what it says."""
    caller = Caller(house, source)
    caller.cookies |= cookies or {}
    caller.ask("GET", "/ru/sign-in")
    status, _, text = caller.form("/ru/sign-in", address=address, password="", how="code")
    caller.close()
    return status, text


def test_strangers_do_not_use_up_the_codes_of_the_holder(house, registered, visits):
    long_ago(house)
    known, address = visits(language="ru"), registered.email
    sign_in(known, registered)
    cookie = next(one for one in known.context.cookies() if one["name"] == "__Host-saqta-known")
    assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Lax"
    assert 179 < (cookie["expires"] - time.time()) / 86_400 <= 180
    assert re.fullmatch("[0-9a-f]{64}", cookie["value"])
    known.context.clear_cookies(name="__Host-saqta")
    long_ago(house)
    before = house.codes_sent(address)

    def come():
        until(lambda: not query(house, "SELECT 1 FROM code WHERE state = 'asked' AND reason = 'signIn'"), what="codes")
        until(lambda: not query(house, "SELECT 1 FROM message WHERE state = 'queued'"), what="the courier")
        return house.codes_sent(address) - before

    # One stranger gets five and is told; many get fifteen, and none of them is told.
    for number in range(5):
        assert ask(house, address, "127.0.0.2")[0] == 303
        travel(house, "UPDATE code SET created_at = created_at - 61000000")
    status, text = ask(house, address, "127.0.0.2")
    assert status == 422 and "запрошено слишком много кодов" in text
    for number in range(20):
        assert ask(house, address, f"127.0.1.{number + 1}")[0] == 303
    assert come() == 15
    # The same for an address of nobody.
    for number in range(20):
        assert ask(house, "eshkimdiki@example.kz", f"127.0.1.{number + 1}")[0] == 303
    # The holder comes from where strangers have asked, in their own browser, and is let in.
    sign_in(known, registered)
    assert come() == 16


def test_an_address_gives_way_to_another_by_a_code_to_the_new_one(house, registered, visits):
    visit, page = registered.visit, registered.page
    visit.language = "ru"
    old, new = registered.email, "zhanamekenzhai@example.kz"
    long_ago(house)
    other = visits(language="ru")
    sign_in(other, registered)
    travel(house, "UPDATE session SET proved_at = ?", int(time.time() * 1e6))
    visit.go("account/password")
    visit.fill(password=PASSWORD)
    visit.send("account/password")
    page.locator(".panel.done").wait_for()
    long_ago(house)

    # First who it is: the password will do, or a code to the address so far.
    visit.go("account/data")
    page.locator('.summary a[href$="/account/email"]').click()
    visit.at("account/email")
    see(visit, "account/email", "account-email-proof", wait='[name="present-password"]')
    visit.fill(**{"present-password": "бұл дұрыс емес"})
    visit.send("account/email")
    page.locator(".error-summary").wait_for()
    check(visit, "account-email-proof-wrong")
    sent = house.codes_sent(old)
    visit.send("account/rights/act")
    page.locator('[name="kept"]').first.wait_for(state="attached")
    visit.fill(code=house.code(old, after=sent))
    visit.send("account/rights/act/code")
    visit.at("account/email")
    long_ago(house)
    visit.go("account/email")
    visit.fill(**{"present-password": PASSWORD})
    visit.send("account/email")
    page.locator('[name="email"]').wait_for()
    see(visit, "account/email", "account-email-new", wait='[name="email"]')
    see(visit, "account/telephone", "account-telephone-new", wait='[name="telephone"]')

    visit.go("account/email")
    visit.fill(email=old)
    visit.send("account/email")
    page.locator(".error-summary").wait_for()
    check(visit, "account-email-same")
    visit.fill(email=new)
    visit.send("account/email")
    page.locator('[name="kept"]').first.wait_for(state="attached")
    check(visit, "account-email-code")
    assert new not in page.content()
    code = house.code(new)
    visit.fill(code="000000" if code != "000000" else "000001")
    visit.send("account/address/code")
    page.locator(".error-summary").wait_for()
    # Sent again within a minute, as without scripts: told so, and the new address still waits.
    page.eval_on_selector("[data-wait]", "(button) => { button.disabled = false }")
    visit.send("account/address/code/again")
    page.locator(".error-summary").wait_for()
    check(visit, "account-email-code-again")
    assert not [text for text in house.messages(old) if "/contacts" in text]
    visit.fill(code=code)
    visit.send("account/address/code")
    visit.at("account/data")
    see(visit, "account/data?done=email", "account-data-changed", wait=".panel.done")
    registered.email = new

    until(lambda: [text for text in house.messages(old) if "/contacts" in text], what="the message to the old address")
    other.go("account")
    other.at("sign-in")
    long_ago(house)
    sign_in(other, registered)
