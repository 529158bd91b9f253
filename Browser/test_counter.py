"""A person who stands at the counter is registered by staff: by a code on their own device or a signed paper, with an original seen."""

import re

import pytest

from desk import unfold
from house import until
from office import Officer, empty_queue
from pages import LANGUAGES, Visit, check
from person import sign_in, somebody
from routes import COUNTER, COUNTER_ENTRY, unseen
from words import words

STAFFS = words("Это почта работника", "Бұл – қызметкердің поштасы", "This is the e-mail address of a member of staff")


@pytest.fixture(scope="module")
def support(chromium, house, administrator):
    """Who stands at the counter, with a tablet."""
    officer = Officer(Visit(chromium, house, width=820), "Қабылдаушы", "qabyldau@example.kz")
    officer.enrol(administrator.invite("support"))
    yield officer
    officer.visit.close()
    assert not officer.visit.complaints, officer.visit.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_is_registered_at_the_counter(house, administrator, support, visits, language):
    administrator.visit.language = language
    empty_queue(administrator)
    visit = visits(language=language)
    someone = somebody(visit)
    office = support.visit
    office.go("office/counter", language)
    check(office, "office-counter", language)
    office.send("office/counter")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-wrong", language)
    # What comes to staff's own address is no consent of the person's.
    office.page.locator('[name="channel"][value="email"]').check()
    office.fill(family=someone.family, given=someone.given, address=administrator.email)
    office.send("office/counter")
    office.page.locator(".error-summary").get_by_text(STAFFS[language]).wait_for()
    check(office, "office-counter-staffs-address", language)
    office.fill(address=someone.email)
    before = house.codes_sent(someone.email)
    office.send("office/counter")
    office.page.locator('[name="code"]').wait_for()
    check(office, "office-counter-consent", language)
    code = house.code(someone.email, after=before)
    # Without the ticks nothing is stored, and the code is good all the same.
    office.fill(code=code)
    office.send("/agree")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-not-agreed", language)
    for name in ("declaration", "consent"):
        office.page.locator(f'[name="{name}"]').check()
    office.fill(code=code)
    office.send("/agree")
    office.page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    check(office, "office-counter-entry", language)
    office.send("/send")
    office.page.locator(".error-summary").wait_for()
    check(office, "office-counter-incomplete", language)
    office.page.locator('[name="kind"]').select_option("identity_document")
    office.fill(digits="12 3")
    office.send("/original")
    office.page.locator(".error-summary").wait_for()
    office.fill(digits="45AB")
    office.send("/original")
    office.page.locator("#counter-received").wait_for()
    check(office, "office-counter-seen", language)
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", office.page.locator("h1").inner_text()).group()
    office.send("/send")
    office.page.locator("section.panel.done").wait_for()
    check(office, "office-counter-sent", language)

    administrator.take(number)
    assert "45AB" in administrator.visit.text
    check(administrator.visit, "office-case-original")
    administrator.approve(number)
    administrator.wait_out_undo(number)

    sign_in(visit, someone)
    visit.go("account/documents")
    assert visit.page.locator("section.panel.done").count() == 1
    check(visit, "account-documents-original")
    visit.go("account/history")
    check(visit, "account-history-counter")
    assert unseen(COUNTER | COUNTER_ENTRY, [office]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_no_device_signs_on_paper(house, administrator, support, visits, specimens, language):
    administrator.visit.language = language
    empty_queue(administrator)
    visit = visits(language=language)
    someone = somebody(visit)
    office, page = support.visit, support.visit.page
    office.go("office/counter", language)
    office.fill(family=someone.family, given=someone.given)
    page.locator('[name="channel"][value="paper"]').check()
    page.locator(f'[name="language"][value="{language}"]').check()
    # Of the consents beyond the compulsory one the paper holds those that the person wishes to see.
    page.locator("details:has([name=wished]) > summary").click()
    for place in (0, 1):
        page.locator('[name="wished"]').nth(place).check()
    check(office, "office-counter-wished", language)
    office.send("office/counter")
    page.locator('[name="optional"]').first.wait_for()
    assert page.locator('[name="optional"]').count() == 2 and page.locator('[name="optional"]:checked').count() == 0
    check(office, "office-counter-paper", language)
    # On the paper there is the text in the person's name, with its hashes, and nothing of the office.
    page.emulate_media(media="print")
    paper = page.locator("article")
    assert someone.family in paper.inner_text()
    hashes = re.findall(r"SHA-256 ([0-9a-f]{64})", paper.inner_text())
    assert len(set(hashes)) == 3
    assert paper.is_visible() and not page.locator("h1").is_visible() and not page.locator("form").last.is_visible()
    page.emulate_media(media="screen")
    office.send("/agree")
    page.locator(".error-summary").wait_for()
    assert page.locator("article").inner_text().count("SHA-256") == len(hashes)
    for name in ("declaration", "consent", "optional"):
        page.locator(f'[name="{name}"]').first.check()
    office.send("/agree")
    page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    # First the picture of the paper: there is nothing else on the page.
    assert page.locator("input[type=file]").count() == 1 and page.locator('[name="digits"]').count() == 0
    check(office, "office-counter-paper-waits", language)
    page.locator("input[type=file]").set_input_files(specimens / "back.jpg")
    office.send("/files/consent_paper")
    page.locator("#counter-received").wait_for()
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("h1").inner_text()).group()
    check(office, "office-counter-paper-there", language)
    # Whoever is called away finds it again below the form.
    office.go("office/counter", language)
    check(office, "office-counter-unfinished", language)
    page.locator(f'tr:has-text("{number}") a').click()
    page.locator("#counter-received").wait_for()
    office.fill(digits="45AB")
    page.locator('[name="kind"]').select_option("identity_document")
    office.send("/original")
    page.wait_for_function("() => document.querySelectorAll('#counter-received + ul > li').length === 2")

    # An address of the person's, so that they can come in.
    def reach(field):
        page.locator(f'form[action$="/contact"]:has([name={field}]) button[type=submit]').click()

    page.locator('[name="channel"][value="email"]').check()
    office.fill(address="nobody")
    reach("address")
    page.locator(".error-summary").wait_for()
    before = house.codes_sent(someone.email)
    office.fill(address=someone.email)
    reach("address")
    page.locator('[name="code"]').wait_for()
    check(office, "office-counter-reach", language)
    office.fill(code=house.code(someone.email, after=before))
    reach("code")
    page.locator('[name="address"]').wait_for(state="detached")
    check(office, "office-counter-reached", language)

    def is_sent():
        office.send("/send")
        page.locator("section.panel.done, .error-summary").first.wait_for()
        return page.locator("section.panel.done").count() == 1

    until(is_sent, what="the picture of the paper, read")
    administrator.take(number)
    assert administrator.visit.page.locator("[data-sheet]").count() == 1
    check(administrator.visit, "office-case-paper")
    administrator.approve(number)
    administrator.wait_out_undo(number)

    sign_in(visit, someone)
    visit.go("account/consents")
    check(visit, "account-consents-paper")
    # What stands on the paper is what is kept.
    given = visit.page.request.get(f"/{language}/account/receipt.json").json()["content"]["consents"]
    assert {one["textSHA256"] for one in given} == set(hashes[:2]) and {one["manner"] for one in given} == {"paper"}
    visit.go("account/documents")
    assert visit.page.locator("main img").count() == 1
    check(visit, "account-documents-paper")


def test_who_has_a_telephone_agrees_by_it_and_the_document_is_photographed(
        house, administrator, support, visits, specimens):
    empty_queue(administrator)
    visit = visits(language="kk")
    someone = somebody(visit)
    number = "+7" + "".join(filter(str.isdigit, someone.telephone))[1:]
    office, page = support.visit, support.visit.page
    office.go("office/counter", "kk")
    office.fill(family=someone.family, given=someone.given, address=someone.telephone)
    page.locator('[name="channel"][value="telephone"]').check()
    office.send("office/counter")
    page.locator('[name="code"]').wait_for()
    check(office, "office-counter-consent-telephone", "kk")
    for name in ("declaration", "consent"):
        page.locator(f'[name="{name}"]').check()
    office.fill(code=house.code(number))
    office.send("/agree")
    page.wait_for_url(re.compile(r"/office/counter/[0-9a-f-]+$"))
    # No original is seen: a photograph of it is taken, and told if it is left out.
    unfold(office, "/files/identity_document")
    office.send("/files/identity_document")
    page.locator(".error-summary").wait_for()
    check(office, "office-counter-no-photograph", "kk")
    page.locator('form[action*="/files/identity_document"] input[type=file]').set_input_files(specimens / "photo.jpg")
    office.send("/files/identity_document")
    page.locator("#counter-received").wait_for()
    check(office, "office-counter-photograph", "kk")
    case = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("h1").inner_text()).group()

    def is_sent():
        office.send("/send")
        page.locator("section.panel.done, .error-summary").first.wait_for()
        return page.locator("section.panel.done").count() == 1

    until(is_sent, seconds=60, what="the photograph, read")
    administrator.take(case)
    page = administrator.page
    page.wait_for_function("() => [...document.querySelectorAll('[data-sheet] img')].some((image) => image.naturalWidth > 300)")
    check(administrator.visit, "office-case-photographed")
    administrator.approve(case)
    administrator.wait_out_undo(case)
    someone.email = number
    sign_in(visit, someone)
    assert case in visit.text
    check(visit, "account-by-telephone")
    # A number may pass to somebody else: it shows the state, and no document.
    assert visit.go("account/documents").status == 403
    assert visit.page.locator("main img").count() == 0


def test_a_colleague_takes_over_and_tells_who_has_no_address(chromium, house, administrator, support, visits, specimens):
    empty_queue(administrator)
    someone = somebody(visits())
    office, page = support.visit, support.visit.page
    office.go("office/counter")
    office.fill(family=someone.family, given=someone.given)
    page.locator('[name="channel"][value="paper"]').check()
    office.send("office/counter")
    page.locator('[name="declaration"]').check()
    page.locator('[name="consent"]').check()
    office.send("/agree")
    page.locator("input[type=file]").wait_for()
    number = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("h1").inner_text()).group()
    colleague = Officer(Visit(chromium, house, width=360), "Әріптесов", "ariptes@example.kz")
    try:
        colleague.enrol(administrator.invite("support"))
        other = colleague.visit
        other.go("office/counter")
        check(other, "office-counter-others")
        other.page.locator(f'tr:has-text("{number}") button').click()
        other.page.locator("input[type=file]").set_input_files(specimens / "back.jpg")
        other.send("/files/consent_paper")
        other.page.locator("#counter-received").wait_for()
        # Whoever began it goes on with it no longer.
        assert page.context.request.get(page.url).status == 404
        other.fill(digits="45AB")
        other.page.locator('[name="kind"]').select_option("identity_document")
        other.send("/original")
        other.page.wait_for_function("() => document.querySelectorAll('#counter-received + ul > li').length === 2")

        def is_sent():
            other.send("/send")
            other.page.locator("section.panel.done, .error-summary").first.wait_for()
            return other.page.locator("section.panel.done").count() == 1

        until(is_sent, what="the picture of the paper, read")
        administrator.take(number)
        administrator.approve(number)
        administrator.wait_out_undo(number)
        for language in LANGUAGES:
            other.go("office/counter", language)
            other.page.locator("#counter-untold").wait_for()
            check(other, "office-counter-untold", language)
        other.page.locator(f'section:has(#counter-untold) tr:has-text("{number}") button').click()
        other.page.locator("#counter-untold").wait_for(state="detached")
    finally:
        colleague.visit.close()
    assert not colleague.visit.complaints, colleague.visit.complaints
