"""Nobody learns from any page whether an address belongs to somebody."""

import difflib
import re
import uuid

import pytest

from house import until
from pages import LANGUAGES
from plain import Caller
from stores import query, travel
from words import words

# Two addresses in each language that look alike when they are masked.
HOLDER = words("kopadam1@example.kz", "kopadam3@example.kz", "kopadam5@example.kz")
NOBODY = words("kopadam2@example.kz", "kopadam4@example.kz", "kopadam6@example.kz")
# What one reads who gives a wrong code, or an address and password that do not match.
WRONG_CODE = words("Код не подошёл", "Код сәйкес келмеді", "does not fit")
WRONG_PASSWORD = words("Адрес и пароль не подходят", "Мекенжай мен құпиясөз сәйкес келмейді", "Address and password do not match")
TOLD = words("уже есть учётная запись", "есептік жазбасы бұрыннан бар", "already has an account")
# What differs between any two visits: tokens, numbers of requests and registrations, times and what is left of them.
CHANCE = [
    (rb"[0-9a-f]{24,}", b"(token)"),
    (rb"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b", b"(number)"),
    (rb"\d{4}-\d\d-\d\dT[0-9:.]+Z", b"(instant)"),
    (rb"\b\d\d:\d\d(:\d\d)?\b", b"(time)"),
    (rb'(data-countdown|data-wait)="\d+"', rb'\1="(seconds)"'),
    (rb"kopadam\d@example\.kz", b"(address)"),
]


class Stranger:
    """Walks through the pages with an address, and keeps every answer as it came."""

    def __init__(self, house, address, language):
        self.house, self.address, self.caller, self.answers = house, address, Caller(house), []
        self.language = self.caller.language = language

    def look(self, path):
        self.caller.ask("GET", f"/{self.language}/{path}")
        self.keep(path)

    def send(self, path, **values):
        self.caller.form(f"/{self.language}/{path}", **values)
        self.keep(f"{path} {values}")

    def keep(self, what):
        (status, *head), body = self.caller.heard
        # The attributes of a cookie come in any order.
        lines = [f"{name}: {'; '.join(sorted(value.split('; ')))}" for name, value in head]
        text = "\n".join([str(status), *lines, ""]).encode() + body
        for pattern, word in CHANCE:
            text = re.sub(pattern, word, text)
        self.answers.append((what.replace(self.address, "(address)"), text.decode()))

    def later(self):
        """A minute passes; what the courier had to do is done."""
        waiting = """
            SELECT 1 FROM code WHERE state = 'asked' AND reason = 'signIn'
            UNION SELECT 1 FROM message WHERE state = 'queued'"""
        until(lambda: not query(self.house, waiting), what="the courier")
        travel(self.house, "UPDATE code SET created_at = created_at - 61000000")

    def register(self):
        self.caller.begin(uuid.uuid4().hex, "Бөтенбаев")
        self.send("register/contacts", email=self.address, telephone="")
        self.look("register/code/email")
        self.send("register/code/email/again")
        self.send("register/code/email", code="000000")
        self.later()
        self.send("register/code/email/again")
        self.look("register/code/email?sent=1")
        for _ in range(6):
            self.send("register/code/email", code="000000")
        self.later()
        for path in ["contacts", "documents", "check", "leave"]:
            self.look(f"register/{path}")
        for path in ["", "/data", "/documents", "/consents", "/messages", "/history", "/password"]:
            self.look(f"account{path}")
        self.send("account/data", field="all")
        self.send("register/send")
        self.look("register/check")
        self.send("register/contacts", email=self.address, telephone="")
        self.caller.close()
        return self.answers

    def sign_in(self):
        self.look("sign-in")
        self.send("sign-in", address=self.address, password="", how="code")
        self.look("sign-in/code")
        self.send("sign-in/code/again")
        self.later()
        self.send("sign-in/code/again")
        self.look("sign-in/code?sent=1")
        for _ in range(6):
            self.send("sign-in/code", code="000000")
        # Ten wrong passwords lock an account; nobody's looks no different.
        for number in range(12):
            self.send("sign-in", address=self.address, password=f"дұрыс емес құпиясөз {number}", how="password")
        self.caller.close()
        return self.answers


@pytest.fixture(scope="module", params=LANGUAGES)
def holder(house, specimens, request):
    """Somebody in each language who has registered with the address, hours ago."""
    caller = Caller(house)
    caller.language = request.param
    caller.register("Көпадамов", HOLDER[caller.language], (specimens / "back.jpg").read_bytes())
    hours_pass(house)
    return caller


def hours_pass(house):
    travel(house, "UPDATE code SET created_at = created_at - 10800000000")


def same(one, other):
    assert len(one) == len(other)
    for (what, text), (also, second) in zip(one, other):
        assert what == also
        lines = [part.replace(">", ">\n").splitlines() for part in (text, second)]
        assert text == second, what + "\n" + "\n".join(difflib.unified_diff(*lines, n=2, lineterm=""))


def says(answers, said):
    assert any(said in text for _, text in answers), said


def test_to_register_with_a_taken_address_looks_like_any_other(house, holder):
    language = holder.language
    taken, free = [Stranger(house, one[language], language).register() for one in (HOLDER, NOBODY)]
    same(taken, free)
    says(free, WRONG_CODE[language])
    assert house.codes_sent(NOBODY[language]) == 2
    # Its holder is told, and nobody else.
    told = [text for text in house.messages(HOLDER[language]) if not re.search(r"\d{6}", text)]
    assert len(told) >= 2 and all(f"{house.site}" in text and TOLD[language] in text for text in told[-2:])


@pytest.mark.parametrize("password", [None, "ұзақ әрі сирек құпиясөз 7731"], ids=["no password", "a password"])
def test_to_sign_in_with_a_known_address_looks_like_any_other(house, holder, password):
    language = holder.language
    if password:
        holder.ask("GET", f"/{language}/account/password")
        assert holder.form(f"/{language}/account/password", password=password)[0] == 303
    hours_pass(house)
    before = house.codes_sent(HOLDER[language])
    known, unknown = [Stranger(house, one[language], language).sign_in() for one in (HOLDER, NOBODY)]
    same(known, unknown)
    for said in (WRONG_CODE, WRONG_PASSWORD):
        says(unknown, said[language])
    assert house.codes_sent(HOLDER[language]) - before == 2
