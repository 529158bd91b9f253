"""Members of staff at work."""

import base64
import hashlib
import hmac
import re
import struct
import time


def totp(secret, at=None):
    """RFC 6238 with SHA-1, six digits, thirty seconds; the secret is in base 32."""
    text = re.sub(r"[^A-Z2-7]", "", secret.upper())
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    counter = struct.pack(">Q", int(at if at is not None else time.time()) // 30)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


# Where somebody who has come in is led, after their roles.
FIRST_PAGE = re.compile(r"/office/(queue|threads|requests|orders|staff)$|/office$")


class Officer:
    def __init__(self, visit, family, email, given="Сынақ"):
        self.visit, self.family, self.given, self.email = visit, family, given, email
        self.password = "қоңыр тиін терезеде отыр 47"
        self.secret = None
        self.recovery = []
        # The code of the authenticator that was entered last: it is good once.
        self.entered = None

    @property
    def page(self):
        return self.visit.page

    def enrol(self, link, look=lambda name: None):
        """Password, second factor, undertaking: the whole way in from a one-time link."""
        self.page.goto(link)
        look("office-enrol")
        self.visit.fill(family=self.family, given=self.given, email=self.email, password=self.password)
        self.visit.send(link.rsplit("/", 1)[1])
        self.visit.at("office/factor/new")
        self.secret = self.page.locator(".copyable code").first.text_content()
        look("office-factor-new")
        self.entered = totp(self.secret)
        self.visit.fill(code=self.entered)
        self.visit.send("factor/new")
        self.page.locator("ol.codes").wait_for()
        self.recovery = self.page.locator("ol.codes code").all_text_contents()
        look("office-recovery")
        self.page.locator('a[href$="/office/undertaking"]').click()
        self.visit.at("office/undertaking")
        look("office-undertaking")
        self.visit.send("office/undertaking")
        self.page.wait_for_url(FIRST_PAGE)

    def grant_self(self, role):
        self.visit.go("office/staff")
        form = self.page.locator('form[action$="/office/staff/grant"]').first
        form.locator("xpath=ancestor::details").locator("summary").click()
        form.locator("select").select_option(role)
        form.locator("button[type=submit]").click()
        self.visit.at("office/staff")

    def invite(self, *roles, look=lambda name: None):
        """A link for a new member of staff."""
        self.visit.go("office/staff")
        for role in roles:
            self.page.locator(f'input[name="roles"][value="{role}"]').check()
        self.visit.send("office/staff/invite")
        code = self.page.locator(".copyable code")
        code.wait_for()
        look("office-link")
        return code.text_content()

    def reset(self, other):
        """A link to a new second factor for another member of staff."""
        self.visit.go("office/staff")
        self.visit.send("office/staff/names")
        row = self.page.locator("tr", has_text=other.family).last
        row.locator("summary").click()
        row.locator('form[action$="/office/staff/reset"] button').click()
        code = self.page.locator(".copyable code")
        code.wait_for()
        return code.text_content()

    def next(self):
        """Takes the next case. Returns its number."""
        self.visit.go("office/queue")
        self.visit.send("office/next")
        self.page.wait_for_url(re.compile(r"/office/cases/[^/]+$"))
        return self.page.url.rsplit("/", 1)[1]

    def open(self, number):
        self.visit.go(f"office/cases/{number}")

    def ask_again(self, number, reason=None):
        """Asks for a better scan of the first document that can be asked for."""
        bar = self.page.locator(f'form[action$="/{number}/ask-again"]').first
        bar.locator("xpath=ancestor::details").locator("summary").click()
        choice = bar.locator("select")
        choice.select_option(reason) if reason else choice.select_option(index=1)
        bar.locator("button[type=submit]").click()
        self.visit.at(f"office/cases/{number}")

    def propose(self, number, field, value):
        name = self.page.locator(f'[name="value-{field}"]').first
        name.locator("xpath=ancestor::details").locator("summary").click()
        name.fill(value)
        name.locator("xpath=ancestor::form").locator("button[type=submit]").click()
        self.visit.at(f"office/cases/{number}")

    def approve(self, number):
        self.visit.send(f"{number}/approve")
        self.page.locator(f'form[action$="/{number}/undo"]').wait_for()

    def refuse(self, number, words):
        form = self.page.locator(f'form[action$="/{number}/refuse"]')
        form.locator("xpath=ancestor::details").locator("summary").click()
        form.locator("select").select_option(index=1)
        form.locator("textarea").fill(words)
        form.locator("button[type=submit]").click()
        self.page.locator(f'form[action$="/{number}/undo"]').wait_for()

    def put_aside(self, number, note):
        form = self.page.locator(f'form[action$="/{number}/put-aside"]')
        form.locator("xpath=ancestor::details").locator("summary").click()
        form.locator("textarea").fill(note)
        form.locator("button[type=submit]").click()
        self.visit.at("office/queue")

    def take(self, number):
        """Takes a case by its number."""
        self.open(number)
        self.visit.send(f"{number}/take")
        # Folded away where the form asks for the second factor again.
        self.page.locator(f'form[action$="/{number}/approve"]').wait_for(state="attached")

    @property
    def hints(self):
        """The machine's hints on the open case."""
        return self.page.locator(".remarks .chip").all_inner_texts()

    def wait_out_undo(self, number):
        """Until the decision can no longer be undone and has taken effect."""
        self.page.locator(f'form[action$="/{number}/undo"]').wait_for(state="detached", timeout=25_000)


def signed_in(visit, officer, factor):
    """Comes in again with the password, and a code of the second factor or for recovery."""
    visit.go("office/sign-in")
    visit.fill(email=officer.email, password=officer.password)
    visit.send("office/sign-in")
    visit.at("office/factor")
    visit.fill(code=factor)
    visit.send("office/factor")
    visit.page.wait_for_url(FIRST_PAGE)


def empty_queue(officer: Officer):
    """Approves whatever earlier tests left waiting."""
    while True:
        officer.visit.go("office/queue")
        officer.visit.send("office/next")
        officer.page.wait_for_url(lambda url: "/office/cases/" in url or "next=none" in url)
        if "next=none" in officer.page.url:
            return
        number = officer.page.url.rsplit("/", 1)[1]
        officer.approve(number)
        officer.wait_out_undo(number)
