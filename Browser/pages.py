"""A visitor's browser, and what must hold on every page that it sees."""

import importlib.resources

from house import ROOT

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
SCREENS = ROOT / ".build" / "screens"
LANGUAGES = ["ru", "kk", "en"]
NARROW = 320


class Visit:
    """One browser with its own cookies; complains about anything that a page writes to the console."""

    def __init__(self, chromium, house, language="ru", width=360, scripts=True, scheme="light", site=None):
        self.house, self.language = house, language
        self.context = chromium.new_context(
            base_url=site or house.site, viewport={"width": width, "height": 800}, java_script_enabled=scripts,
            color_scheme=scheme, locale=language)
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.addresses, self.complaints = [], []
        self.context.on("request", lambda request: self.addresses.append(request.url))
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

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

    @property
    def text(self):
        return self.page.locator("main").inner_text()


def check(visit, name, language=None):
    """axe finds nothing, nothing scrolls sideways, and two screenshots are kept."""
    page, language = visit.page, language or visit.language
    errors = []
    before = page.viewport_size
    session = page.context.new_cdp_session(page)

    def run(expression):
        # Through the debugger, so that the page's own security policy stays in force.
        answer = session.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    SCREENS.mkdir(parents=True, exist_ok=True)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=SCREENS / f"{name}-{language}-{width}.png", full_page=True)
    run(AXE + "; 0")
    found = run("axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations.map((one) => "
                "[one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')]))")
    errors += [f"axe {' : '.join(one)}" for one in found]
    page.set_viewport_size({"width": NARROW, "height": 800})
    width = run("document.documentElement.scrollWidth")
    if width > NARROW:
        wide = run("[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 321)"
                   ".slice(0, 4).map((one) => one.outerHTML.slice(0, 120)).join(' | ')")
        errors.append(f"{width} px wide on a screen of {NARROW}: {wide}")
    if run("document.documentElement.lang") != language:
        errors.append("another language")
    session.detach()
    page.set_viewport_size(before)
    # Told when the browser is closed, so that one run tells of all pages.
    visit.complaints += [f"{name} in {language}: {error}" for error in errors]
