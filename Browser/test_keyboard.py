"""Without a mouse: the order of the focus, the menu, errors, and the keys of the office."""

from pages import check
from person import somebody

FOCUSED = "() => document.activeElement.closest('a, button, summary, input, select, [tabindex]')?."


def press(visit, *keys):
    for key in keys:
        visit.page.keyboard.press(key)


def focused(visit, what):
    return visit.page.evaluate(FOCUSED + what)


def test_the_first_key_skips_to_the_content(visit):
    visit.go("contacts")
    press(visit, "Tab")
    assert focused(visit, "className") == "skip"
    press(visit, "Enter")
    press(visit, "Tab")
    assert visit.page.evaluate("() => document.activeElement.closest('main') !== null")


def test_the_menu_opens_and_closes_and_gives_the_focus_back(visit):
    visit.go("policy")
    summary = visit.page.locator(".menu summary")
    summary.focus()
    press(visit, "Enter")
    check(visit, "menu")
    press(visit, "Tab")
    assert focused(visit, "closest('.menu') !== null")
    press(visit, "Escape")
    assert not visit.page.locator(".menu").evaluate("(menu) => menu.open")
    assert focused(visit, "parentElement.className") == "menu"
    # A click elsewhere closes it too.
    summary.click()
    visit.page.mouse.click(180, 700)
    assert not visit.page.locator(".menu").evaluate("(menu) => menu.open")


def test_the_summary_of_errors_takes_the_focus_and_leads_to_the_field(visit):
    visit.go("register/name")
    visit.fill(family="7")
    visit.send("register/name")
    visit.page.locator(".error-summary").wait_for()
    assert "error-summary" in focused(visit, "className")
    assert visit.page.title().startswith("Ошибка:")
    press(visit, "Tab", "Enter")
    assert focused(visit, "name") == "family"
    described = focused(visit, "getAttribute('aria-describedby')").split()
    assert any("буквами" in visit.page.locator(f"[id='{one}']").inner_text() for one in described)


def test_the_keys_of_the_office_help_move_and_can_be_switched_off(administrator, visits, specimens):
    somebody(visits(language="ru")).register(specimens / "back.jpg")
    visit = administrator.visit
    visit.language = "ru"
    visit.go("office/queue")
    press(visit, "j")
    assert focused(visit, "dataset.row") == ""
    press(visit, "?")
    check(visit, "office-keys")
    visit.page.locator("[data-keys-switch]").click()
    press(visit, "Escape", "n")
    visit.page.wait_for_timeout(500)
    assert visit.path == "office/queue"
    press(visit, "?")
    visit.page.locator("[data-keys-switch]").click()
    press(visit, "Escape", "n")
    visit.page.wait_for_url("**/office/cases/*")
    press(visit, "?")
    check(visit, "office-case-keys")
    press(visit, "Escape", "r")
    assert focused(visit, "localName") == "select"
