"""Without a mouse: the order of the focus, the menu, errors, and the keys of the office."""

from pages import check
from person import somebody

FOCUSED = "() => document.activeElement.closest('a, button, summary, input, select, [tabindex]')?."


# What of the element with the focus the bar at the foot of the window lies upon.
BEHIND = """() => {
    const one = document.activeElement, bar = document.querySelector('.decision-bar');
    if (one === document.body || bar.contains(one)) return null;
    const box = one.getBoundingClientRect();
    const places = [[0.5, 0.5], [0.1, 0.95], [0.9, 0.95], [0.5, 0.05]].map(
        ([x, y]) => [box.left + box.width * x, Math.min(innerHeight - 1, box.top + box.height * y)]);
    const isCovered = places.some(([x, y]) => bar.contains(document.elementFromPoint(x, y)));
    const isTall = box.height > innerHeight - bar.getBoundingClientRect().height;
    const isOut = box.bottom <= 0 || box.top >= innerHeight;
    return (isCovered && !isTall) || isOut ? one.outerHTML.slice(0, 120) + JSON.stringify(box) : null;
}"""


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


def test_nothing_that_has_the_focus_is_behind_the_bar_of_a_case(administrator, visits, specimens):
    somebody(visits(language="kk")).register(specimens / "back.jpg")
    visit = administrator.visit
    number = administrator.next()
    for width, height, pane in ((1280, 800, None), (1280, 480, None), (360, 640, "pane-form"), (360, 640, "pane-documents")):
        visit.page.set_viewport_size({"width": width, "height": height})
        administrator.open(number)
        for fold in visit.page.locator("main details.manage").all():
            fold.evaluate("(one) => { one.open = true; }")
        if pane:
            visit.page.locator(f'label[for="{pane}"]').click()
        for key in ("Tab", "Shift+Tab"):
            behind, seen = [], 0
            for _ in range(120):
                press(visit, key)
                found = visit.page.evaluate(BEHIND)
                seen += visit.page.evaluate("() => document.activeElement !== document.body")
                if found:
                    behind.append(found)
                if visit.page.evaluate("(key) => key === 'Tab' ? document.activeElement.closest('.site-footer') !== null"
                                       " : document.activeElement.className === 'skip'", key):
                    break
            assert not behind, (width, height, pane, key, behind)
            assert seen > 10, (width, seen)
        # The last control before the bar can be scrolled clear of it.
        visit.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        gap = visit.page.evaluate(
            """() => { const bar = document.querySelector('.decision-bar').getBoundingClientRect();
                return bar.top - Math.max(...[...document.querySelectorAll('.case-panes a, .case-panes button, ' +
                    '.case-panes summary, .case-panes input')].filter((one) => one.checkVisibility() &&
                    one.getClientRects().length && !one.closest('.sheet, .pane-documents')).map(
                    (one) => one.getBoundingClientRect().bottom)); }""")
        assert gap > 0, (width, pane, gap)
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    administrator.approve(number)
    administrator.wait_out_undo(number)
