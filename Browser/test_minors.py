"""A parent registers a child; who is 14 to 17 registers themselves, once a parent has agreed by a code of their own."""

import datetime
import re

import pytest

from pages import LANGUAGES, check, view
from person import somebody
from stores import travel
from words import words

CHILD = {"family": "Үлгібай", "given": "Дана"}
MINOR = {"family": "Үлгібай", "given": "Арман"}
NAME_MISSING = words("Укажите фамилию", "Тегіңізді", "Give a family name")
DECLARE = words("Отметьте это заявление", "Осы мәлімдемені белгілеңіз", "Tick this declaration")
CHILDS_NAME = words("Как зовут ребёнка?", "Баланың аты-жөні кім?", "What is the child’s name?")
YOU = words("Вы", "Сіз", "You")
BY_REPRESENTATIVE = words("через представителя", "өкіл арқылы", "by a representative")
GUARDIAN = words("Законный представитель ребёнка", "Баланың заңды өкілі", "Legal representative of a child")
NOT_AGREED = words("Отметьте", "белгілеңіз", "Tick")
WRONG_CODE = words("Код", "Код", "code")
AGREED = words("Согласие записано", "Келісім жазылды", "The consent is on record")
CONSENT_STANDS = words("Законный представитель согласился на вашу регистрацию", "Заңды өкіліңіз тіркелуіңізге келісім берді",
                       "Your legal representative has consented to your registration")
CONSENT_NEEDED = words("Нужно согласие законного представителя", "Заңды өкілдің келісімі керек",
                       "The consent of your legal representative is needed")
NO_MINOR = words("никто от 14 до 17 лет не ждёт согласия", "14–17 жастағы ешкім келісім күтіп тұрған жоқ",
                 "Nobody of 14 to 17 waits for a consent")

BIRTHDAY = words("Укажите день перед 14\u2011летием ребёнка", "Бала 14 жасқа толатын күннің алдындағы күнді көрсетіңіз",
                 "Give the day before the child’s 14th birthday")
YEAR = words("Ребёнку исполнится 14 не позже чем через 14 лет", "Бала 14 жасқа ең кеші 14 жылдан кейін толады",
             "The child turns 14 within 14 years at the latest")
THEN = words("с 14 лет подросток регистрируется сам", "14 жастан бастап жасөспірім", "from 14 the young person registers")
AGREED_TO = words("Согласие дано по редакции", "редакция бойынша берілді", "The consent was given under edition")
CONSENT_ENDED = words("Согласие законного представителя прекращено", "Заңды өкіліңіздің келісімі тоқтатылды",
                      "The consent of your legal representative has ended")


def in_years(count):
    return (datetime.date.today() + datetime.timedelta(days=365 * count)).isoformat()


def refused(visit, action, said, *fields):
    """Presses a button; beside these fields alone the page says what is wrong."""
    visit.send(action)
    visit.refused(said)
    wrong = visit.page.locator(".field.wrong input").evaluate_all("all => all.map((one) => one.name)")
    assert wrong == list(fields)


def value(visit, name):
    return visit.page.locator(f'[name="{name}"]').first.input_value()


def begin(visit, registrant, family, given):
    """The first step of somebody who is not of age: nothing that was entered is lost when something lacks."""
    path, consent = f"register/for/{registrant}", f"{registrant}/consent"
    view(visit, path, f"register-for-{registrant}", '[name="family"]')
    visit.fill(patronymic="Үлгіұрпағы")
    if registrant == "child":
        refused(visit, path, BIRTHDAY, "family", "until")
        visit.reads(CHILDS_NAME)
        visit.fill(until=in_years(15))
        refused(visit, path, YEAR, "family", "until")
        check(visit, "register-for-child-wrong")
        visit.fill(until=in_years(3))
    refused(visit, path, NAME_MISSING, "family")
    assert value(visit, "patronymic") == "Үлгіұрпағы"
    visit.fill(family=family, given=given, patronymic="")
    visit.send(path)
    visit.page.locator('[name="declaration"]').wait_for()
    # Their age is not asked: it is declared, and seen on the document later.
    visit.page.locator('[name="consent"]').check()
    visit.send(consent, "answer", "yes")
    visit.refused(DECLARE)
    assert f"{family} {given}" in visit.text and visit.page.locator('[name="consent"]').is_checked()
    check(visit, f"register-for-{registrant}-consent")
    visit.page.locator('[name="declaration"]').check()
    visit.send(consent, "answer", "yes")
    visit.at("register/contacts")
    someone = somebody(visit, family=family, given=given)
    someone.confirm(someone.give_contacts())
    return someone


def kinds(visit):
    """Which documents the page asks for."""
    return set(visit.page.locator("[data-upload]").evaluate_all("all => all.map((one) => one.dataset.upload)"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_is_registered_by_a_parent(administrator, visits, specimens, language):
    visit = visits(language=language)
    parent = somebody(visit)
    own = parent.register(specimens / "back.jpg")
    child = begin(visit, "child", **CHILD)
    assert "birth_certificate" in kinds(visit) and "identity_document" not in kinds(visit)
    child.upload(specimens / "photo.jpg", "birth_certificate")
    number = child.send()
    assert number != own

    # Each act names both: who did it, and for whom.
    visit.go("account/history")
    acts = visit.page.locator("tbody tr", has_text=re.compile(rf"^\s*{YOU[language]} "))
    named = acts.filter(has=visit.page.locator(".tag.accent"))
    assert named.count() == acts.count() > 5
    visit.reads(BY_REPRESENTATIVE)
    visit.go("account/representing")
    visit.send("representing/back")
    view(visit, "account/representing", "account-representing-child")
    assert number in visit.text
    visit.reads(THEN)
    visit.go("account/history")
    assert visit.page.locator("td .tag.accent").count() == 0

    office = administrator.visit
    office.language = language
    administrator.take(number)
    view(office, f"office/cases/{number}", "office-case-child")
    assert own in office.text and parent.given in office.text and CHILD["given"] in office.text
    office.reads(GUARDIAN)


def longer_ago(house, number):
    """A code shows for ten minutes who somebody is; those are over."""
    travel(house, "UPDATE session SET proved_at = proved_at - 660000000 WHERE subject_id = "
                  "(SELECT subject_id FROM registration WHERE number = ?)", number)
    travel(house, "UPDATE code SET created_at = created_at - 660000000")


def agree(visit, number):
    visit.fill(number=number)
    visit.page.locator('[name="consent"]').check()
    visit.send("representing/agree")


def decide(visit, consent, verb, refused=None):
    """Two clicks: a consent is given or withdrawn, or the page says why not."""
    visit.go("account/consents")
    card = visit.page.locator("section.card", has=visit.page.locator(f'input[name="consent"][value="{consent}"]'))
    card.locator(f'button[value="ask-{verb}"]').click()
    visit.page.locator(f'button[name="answer"][value="{verb}"]').click()
    if refused:
        visit.reads(refused)
        return
    visit.at("account/consents")
    visit.page.locator(".panel.done").wait_for()


def agree_by_code(parent, number):
    """By a code to the parent's own address; a wrong one is told, and the number travels with it."""
    visit, before = parent.visit, parent.house.codes_sent(parent.email)
    visit.fill(number=number)
    refused(visit, "representing/agree", NOT_AGREED, "consent")
    assert value(visit, "number") == number
    check(visit, "account-representing-wrong")
    agree(visit, number)
    visit.page.locator('[name="code"]').wait_for()
    check(visit, "account-representing-code")
    code = parent.house.code(parent.email, after=before)
    visit.fill(code=f"{(int(code) + 1) % 1_000_000:06}")
    refused(visit, "representing/code", WRONG_CODE, "code")
    visit.fill(code=code)
    visit.send("representing/code")
    visit.done(AGREED)
    assert number in visit.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_of_14_to_17_registers_once_a_parent_has_agreed(house, visits, specimens, language):
    visit = visits(language=language)
    minor = begin(visit, "minor", **MINOR)
    assert {"identity_document", "birth_certificate"} <= kinds(visit)
    minor.upload(specimens / "back.jpg")
    minor.upload(specimens / "photo.jpg", "birth_certificate")
    view(visit, "register/check", "register-check-minor", ".panel.due")
    visit.reads(CONSENT_NEEDED)
    visit.send("register/send")
    visit.at("register/send")
    visit.page.locator('.panel.due a[href$="/account/representation"]').click()
    visit.at("account/representation")
    number = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", visit.page.locator(".panel.due").inner_text())[0]
    view(visit, "account/representation", "account-representation-needed", ".panel.due")
    visit.reads(CONSENT_NEEDED)

    parent = somebody(visits(language=language))
    longer_ago(house, parent.register(specimens / "back.jpg"))
    parent.visit.go("account/representing")
    agree_by_code(parent, number)
    view(parent.visit, "account/representing?done=1", "account-representing-agreed", ".panel.done")
    # Whoever has just shown who they are is asked for no other code.
    parent.visit.fill(number="AAAA-0000")
    parent.visit.page.locator('[name="consent"]').check()
    refused(parent.visit, "representing/agree", NO_MINOR, "number")
    assert value(parent.visit, "number") == "AAAA-0000"

    # The minor may do without it at any time, and cannot send then.
    view(visit, "account/representation", "account-representation-agreed", 'form[action$="/account/representation"]')
    visit.reads(CONSENT_STANDS)
    visit.reads(AGREED_TO)
    assert re.search(r"SHA-256 [0-9a-f]{64}", visit.text)
    visit.send("account/representation")
    visit.reads(CONSENT_NEEDED, ".panel.due")
    assert number in visit.text
    visit.go("register/check")
    assert visit.page.locator('.panel.due a[href$="/account/representation"]').count() == 1
    agree(parent.visit, f" {number.lower()} ")
    parent.visit.done(AGREED)
    assert minor.send() == number
    visit.go("account/history")
    # Both times, in one line.
    assert visit.page.locator("td .tag.accent").count() == 1

    # Once it was sent, nothing more is agreed to while the parent's consent has ended; it is withdrawn all the same.
    decide(visit, "advertising.sms", "give")
    parent.visit.go("account/representing")
    parent.visit.send("account/representation")
    parent.visit.at("account/representing")
    decide(visit, "advertising.sms", "withdraw")
    decide(visit, "advertising.sms", "give", CONSENT_ENDED)
    check(visit, "account-consent-ended")
    agree(parent.visit, number)
    parent.visit.done(AGREED)
    decide(visit, "advertising.sms", "give")
