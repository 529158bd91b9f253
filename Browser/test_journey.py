"""The main job from the first page to the receipt, in each language."""

import json
import re

import pytest

from pages import LANGUAGES, check
from person import somebody, title_case
from proven import hand_in, take

FILES = {"ru": "photo.jpg", "kk": "card.pdf", "en": "photo.heic"}
REVIEWER = {"ru": "Проверяющий", "kk": "Тексеруші", "en": "Reviewer"}
FAMILY = 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_registers_is_identified_and_sees_who_looked(
        language, house, administrator, visits, specimens, person, tmp_path):
    visit = visits(language=language)
    visit.language = administrator.visit.language = language
    look = lambda name: check(visit, name)
    right = title_case(person["family"])
    # One letter is missing, as when somebody types in a hurry.
    someone = somebody(visit, look, family=right[:-1], given=title_case(person["given"]),
                       patronymic=title_case(person["patronymic"]))
    number = someone.register(specimens / FILES[language])

    # The reviewer sees the form and the picture, asks for a better scan and proposes the name of the document.
    look_office = lambda name: check(administrator.visit, name)
    administrator.visit.go("office/queue")
    assert right[:-1] not in administrator.visit.text, "the queue names people"
    look_office("office-queue")
    assert administrator.next() == number
    assert right[:-1] in administrator.visit.text
    pages = administrator.page.locator("[data-sheet] img")
    assert pages.count() == (2 if FILES[language] == "card.pdf" else 1)
    pages.first.scroll_into_view_if_needed()
    administrator.page.wait_for_function(
        "() => document.querySelector('[data-sheet] img').naturalWidth > 500")
    assert someone.email not in administrator.page.content(), "the e-mail is not masked"
    assert person["iin"] in administrator.visit.text, "the machine did not read the number"
    look_office("office-case")
    administrator.ask_again(number)
    administrator.propose(number, FAMILY, right)
    look_office("office-case-asked")

    # The person takes the correction, sends a new scan, and sends it all again.
    visit.go("account")
    check(visit, "account-asked")
    assert right in visit.text
    visit.send("account/correction", "answer", "yes")
    visit.go("register/documents")
    check(visit, "register-documents-again")
    someone.upload(specimens / FILES[language])
    visit.go("account")
    visit.send("register/send", "answer", "again")
    visit.at("register/sent")

    assert administrator.next() == number
    assert right in administrator.visit.text
    # The new scan is seen as well, though the case was open a moment ago.
    administrator.page.wait_for_function(
        "() => [...document.querySelectorAll('[data-sheet] img')].every((one) => one.naturalWidth > 500)")
    administrator.approve(number)
    look_office("office-decided")
    administrator.wait_out_undo(number)
    look_office("office-closed")

    visit.go("account")
    check(visit, "account-approved")
    visit.go("account/history")
    acts = visit.page.locator("tbody tr")
    by_reviewer = acts.filter(has_text=REVIEWER[language]).filter(
        has=visit.page.locator('a[href$="/policy#2.2.2"]'))
    assert by_reviewer.count() >= 3, visit.text
    assert acts.locator(".tag.refused").count() == 0, visit.text
    check(visit, "account-history")

    receipt_is_checked_by_anyone(house, visit, administrator, tmp_path)


def receipt_is_checked_by_anyone(house, visit, stranger, tmp_path):
    visit.go("account/receipt")
    check(visit, "account-receipt")
    file = take(visit, "/account/receipt.json", tmp_path / "receipt.json")
    content = file.read_bytes()
    assert json.loads(content)

    # One octet inside a text: still a receipt to look at, no longer the one that was given.
    at = content.index(b"CANTRA")
    changed = tmp_path / "changed.json"
    changed.write_bytes(content[:at] + b"K" + content[at + 1:])
    hand_in(house, visit, file, "done", "ok, receipt", 0)
    hand_in(house, visit, changed, "refused", "not genuine", 1)
    ledger = house.run("ledger", "verify")
    assert ledger.returncode == 0 and re.search(r"ok, \d+ entries", ledger.stdout), ledger
