"""What staff and persons do on their pages, as several tests need it; `look` is shown each page on the way."""

import re

from office import Officer
from pages import Visit

TITLES = {"ru": "Консультация", "kk": "Кеңес", "en": "Advice"}
TERMS = {"ru": "три дня", "kk": "үш күн", "en": "three days"}
TEXTS = {"ru": "Что **важно**.\n\n- раз\n- два", "kk": "Не **маңызды**.\n\n- бір\n- екі", "en": "What **matters**.\n\n- one\n- two"}
AGREEMENTS = {"ru": "Оператор консультирует.", "kk": "Оператор кеңес береді.", "en": "The operator advises."}


def nothing(name):
    """Looks at no page."""


def member(chromium, house, administrator, role, family, email, given="Сынақ"):
    """Somebody who is invited to work in one role."""
    officer = Officer(Visit(chromium, house, width=1280), family, email, given)
    officer.enrol(administrator.invite(role))
    return officer


def write(visit, field, texts):
    visit.fill(**{f"{field}-{language}": text for language, text in texts.items()})


def unfold(visit, action):
    """Opens the part of a page that is folded away and holds the form sent to `action`."""
    form = visit.page.locator(f'form[action$="{action}"]')
    visit.page.locator("details.folded", has=form).locator("summary").first.click()


def to_thread(office):
    office.page.wait_for_url(re.compile(r"/office/threads/of/[0-9a-f]{32}$"))


def download(visit, form):
    with visit.page.expect_download() as found:
        visit.page.locator(f'form[action$="{form}"] button').first.click()
    return found.value.suggested_filename, found.value.path()


def drop(office, content):
    """Sends one message file."""
    office.page.locator('[name="letter"]').set_input_files(
        {"name": "letter.eml", "mimeType": "message/rfc822", "buffer": content})
    office.send("threads/letter")


def offer(office, service):
    office.page.locator('[name="state"][value="offered"]').check()
    office.page.locator(f'form[action$="services/{service}"] button[type=submit]:not([name])').click()


def save_service(office):
    """The button of the whole form, not that of the preview."""
    office.page.locator('form[action$="new-service"] button[type=submit]:not([name])').click()


def publish_agreement(office, service, language, look=nothing):
    office.go(f"office/services/{service}/agreement", language)
    write(office, "text", AGREEMENTS)
    office.page.locator('form[action$="/agreement"] button[type=submit]:not([name])').click()
    office.page.locator("section.done").wait_for()
    look("office-agreement")
    office.go(f"office/services/{service}", language)
    offer(office, service)
    office.page.locator("section.done").wait_for()
    look("office-service")
    office.page.locator("details.folded summary").last.click()
    assert TITLES[language] in office.text
    look("office-service-versions")


def fill_service(office, service, language, look=nothing):
    office.go("office/new-service", language)
    look("office-service-new")
    write(office, "title", TITLES)
    write(office, "description", TEXTS)
    write(office, "term", TERMS)
    office.fill(name=service, price="15 000")
    office.page.locator('[name="from"]').check()


def order(person, service, number, language=None):
    """Orders a service; the order has the next number."""
    person.go(f"account/services/{service}", language)
    person.page.locator('[name="accepted"]').check()
    person.send(f"account/services/{service}")
    person.at(f"account/orders/{number}")
