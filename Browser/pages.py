"""A visitor's browser, and what must hold on every page that it sees."""

import importlib.resources
import os
import re

from playwright.sync_api import TimeoutError as TooLong

from house import ROOT

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
# With SAQTA_SCREENS=1 each page that is looked at is kept here as a picture, for people.
SCREENS = ROOT / ".build" / "screens" if os.environ.get("SAQTA_SCREENS") else None
LANGUAGES = ["ru", "kk", "en"]
MIXED = [{"ru", "kk"}, {"kk", "en"}, {"en", "ru"}]
# Colours know no language: they are asked, in the light and in the dark, in the one in which a page is seen first.
COLOURED = {}
# The narrowest telephone, a wide screen at 200 %, and what a sheet of A4 leaves between its margins.
NARROW, ENLARGED, SHEET = 320, 640, 673

# A bar that stays at the foot of the window lies over whatever is scrolled there; it is measured in its place in the page.
PLACE = """document.querySelectorAll('.decision-bar').forEach((bar) => { bar.style.position = '%s' }); 0"""
FIND = """axe.run(document, {resultTypes: ['violations'], %s}).then((all) =>
    all.violations.map((one) => `axe ${one.id} : ${one.help} : ` +
        one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')))"""
WHOLE = FIND % "rules: {'target-size': {enabled: true}}"
# The rules that colours can break, and all the others.
COLOURS = FIND % "runOnly: ['color-contrast', 'link-in-text-block']"
OTHERS = FIND % """rules: {
    'target-size': {enabled: true}, 'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}"""

WIDE = """(width) => document.documentElement.scrollWidth <= width ? [] :
    [`${document.documentElement.scrollWidth} px wide on ${width}: ` + [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > width + 1).slice(0, 4)
        .map((one) => one.outerHTML.slice(0, 120)).join(' | ')]"""

# One heading of the first rank, no rank left out, and on a telephone nothing that a finger misses.
ORDER = """(() => {
    const wrong = [];
    const isSeen = (one) => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter(isSeen)
        .filter((one) => !one.closest('.error-summary')).map((one) => Number(one.localName[1]));
    if (headings.filter((rank) => rank === 1).length !== 1) wrong.push(`headings: ${headings}`);
    headings.forEach((rank, place) => { if (rank > (headings[place - 1] ?? 0) + 1) wrong.push(`headings: ${headings}`); });
    if (!/.+ · .+/.test(document.title)) wrong.push(`title: ${document.title}`);
    const targets = 'button, .button, summary, select, textarea, nav a, .back, ' +
        'input:not([type=hidden], [type=checkbox], [type=radio])';
    for (const one of document.querySelectorAll(targets)) {
        const {width, height} = one.getBoundingClientRect();
        if (isSeen(one) && !one.disabled && (height < 43.5 || width < 43.5) && !one.closest('.clause-text, .visually-hidden'))
            wrong.push(`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 140)}`);
    }
    return wrong;
})()"""


def plain(text):
    """What a person reads; where a line may not break is of no concern to them."""
    return text.replace("\xa0", " ").replace("\u2011", "-")


def bare(address):
    """An address without the site's name, the language and the query."""
    return re.sub(r"^https?://[^/]+/(ru|kk|en)/?|[?#].*$", "", address)


def tongue(address):
    """The language in which an address answers; none for files and pictures."""
    found = re.match(r"https?://[^/]+/(ru|kk|en)(?![^/?#])", address)
    return found and found[1]


class Visit:
    """One browser with its own cookies; complains about anything that a page writes to the console."""

    def __init__(self, chromium, house, language="ru", width=360, scripts=True, scheme="light", site=None,
                 **options):
        self.house, self.language, self.scheme = house, language, scheme
        self.context = chromium.new_context(
            base_url=site or house.site, viewport={"width": width, "height": 800}, java_script_enabled=scripts,
            color_scheme=scheme, reduced_motion="reduce", locale=language, **options)
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.addresses, self.referers, self.complaints, self.looked, self.posted = [], [], [], set(), set()
        self.context.on("request", self.asked)
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def asked(self, request):
        self.addresses.append(request.url)
        self.referers.append(request.headers.get("referer"))
        # Whatever somebody does in one language leads on in the same.
        if (before := request.redirected_from) and {tongue(before.url), tongue(request.url)} in MIXED:
            self.complaints.append(f"{before.method} {before.url} leads to {request.url}")
        if request.method == "POST":
            self.posted.add(bare(request.url))

    def heard(self, message):
        # A refusal is an answer with an error's status, and a cut line is told too.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def close(self):
        self.context.close()

    def go(self, path, language=None):
        return self.page.goto(f"/{language or self.language}/{path}".rstrip("/"))

    def send(self, action, name=None, value=None, within=""):
        """Presses the button of the form that is sent to the page ending in `action`."""
        button = f'{within} form[action$="{action}"] button[type=submit]'
        if name:
            button += f'[name="{name}"]'
        if value:
            button += f'[value="{value}"]'
        self.page.locator(button).first.click()

    def fill(self, **values):
        for name, value in values.items():
            self.page.locator(f'[name="{name}"]').first.fill(value)

    def at(self, path):
        """Waits until the page with this address, whatever its language, is there."""
        self.page.wait_for_url(lambda url: url.split("?")[0].split("#")[0].rstrip("/").endswith("/" + path))

    def reads(self, words, where="main"):
        """Waits until the page says so, where it is seen; `words` by languages are those of the visitor's own."""
        said = words[self.language] if isinstance(words, dict) else words
        place = self.page.locator(where)
        try:
            place.get_by_text(said).locator("visible=true").first.wait_for()
        except TooLong:
            raise AssertionError(f"“{said}” is not said in {place.all_inner_texts()} of {self.page.url}") from None
        assert tongue(self.page.url) == self.language, self.page.url

    def refused(self, words):
        """Waits until the page says what is wrong."""
        self.reads(words, ".error-summary")

    def done(self, words):
        """Waits until the page says that it is done."""
        self.reads(words, ".panel.done, .panel.success, section.done")

    @property
    def path(self):
        """The address that is shown, without language and query."""
        return bare(self.page.url)

    @property
    def text(self):
        return plain(self.page.locator("main").inner_text())


def view(visit, path, name, wait=None):
    """A page in the visitor's own language, looked at once `wait` is there."""
    assert visit.go(path).status == 200
    if wait:
        visit.page.locator(wait).first.wait_for()
    check(visit, name)


def see(visit, path, name, wait=None):
    """A page in every language, looked at once `wait` is there; in the end it stands in the visitor's own."""
    for language in [*(one for one in LANGUAGES if one != visit.language), visit.language]:
        assert visit.go(path, language).status == 200
        if wait:
            visit.page.locator(wait).first.wait_for()
        check(visit, name, language)


def check(visit, name, language=None):
    """axe finds nothing, in the light and in the dark; nothing scrolls sideways; pictures are kept where they are wished."""
    page, language = visit.page, language or visit.language
    before = page.viewport_size
    session = page.context.new_cdp_session(page)

    def run(expression):
        # Through the debugger, so that the page's own security policy stays in force.
        answer = session.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def look(width, name=None):
        page.set_viewport_size({"width": width, "height": 800})
        if name and SCREENS:
            page.screenshot(path=SCREENS / f"{name}-{language}-{width}.png", full_page=True)
        return run(f"({WIDE})({width})")

    if SCREENS:
        SCREENS.mkdir(parents=True, exist_ok=True)
    errors = look(1280, name) + look(ENLARGED) + look(NARROW) + look(360, name) + run(ORDER)
    run(AXE + "; 0")
    run(PLACE % "static")
    coloured = COLOURED.setdefault((name, visit.scheme), language) == language
    errors += run(WHOLE if coloured else OTHERS)
    if coloured and visit.scheme == "light":
        page.emulate_media(color_scheme="dark")
        errors += look(360, f"dark-{name}") + [f"dark: {one}" for one in run(COLOURS)]
        page.emulate_media(color_scheme="light")
    page.emulate_media(media="print")
    errors += [f"print: {one}" for one in look(SHEET)]
    page.emulate_media(media="screen")
    run(PLACE % "")
    if run("document.documentElement.lang") != language:
        errors.append("another language")
    session.detach()
    page.set_viewport_size(before)
    visit.looked.add(visit.path)
    # Told when the browser is closed, so that one run tells of all pages.
    visit.complaints += [f"{name} in {language}: {error}" for error in errors]
