"""One case, several reviewers: objections, hints, own registrations, one decision."""

from office import empty_queue
from pages import check
from person import somebody


def test_a_refusal_is_objected_to_and_another_reviewer_decides(
        house, administrator, second_reviewer, visits, specimens):
    empty_queue(administrator)
    visit = visits(language="en")
    someone = somebody(visit)
    number = someone.register(specimens / "back.jpg")
    assert administrator.next() == number
    administrator.refuse(number, "Сурет басқа біреудікі сияқты")
    administrator.wait_out_undo(number)
    visit.go("account")
    assert "Сурет басқа біреудікі сияқты" in visit.text
    check(visit, "account-refused")
    # Too many words are told about beside the field, and nothing of them is lost.
    long = "Менің суретім. " * 100
    visit.fill(objection=long)
    visit.send("account/objection")
    visit.page.locator(".error-summary").wait_for()
    assert visit.page.locator('[name="objection"]').input_value() == long
    check(visit, "account-objection-too-long")
    visit.fill(objection="Бұл менің суретім, жаңасы бар")
    visit.send("account/objection")
    visit.at("account")
    assert "Бұл менің суретім, жаңасы бар" in visit.text and visit.page.locator(".panel", has_text="by ").count() == 1
    check(visit, "account-objected")

    administrator.visit.go("office/queue")
    administrator.visit.send("office/next")
    administrator.page.wait_for_url("**/office/queue?next=none")
    free = administrator.page.locator('.queue[href*="part=free"] .count').inner_text()
    assert free == "0" and "свободно" not in administrator.visit.text, administrator.visit.text
    check(administrator.visit, "office-queue-none")
    assert second_reviewer.next() == number
    # Put aside with a note, the case still tells the words of both.
    second_reviewer.put_aside(number, "Жаңа сурет күтіледі")
    second_reviewer.take(number)
    for words in ("Сурет басқа біреудікі сияқты", "Бұл менің суретім, жаңасы бар", "Жаңа сурет күтіледі"):
        assert words in second_reviewer.visit.text
    check(second_reviewer.visit, "office-case-objection")
    second_reviewer.approve(number)
    second_reviewer.wait_out_undo(number)
    visit.go("account")
    assert visit.page.locator('form[action$="/account/objection"]').count() == 0
    visit.go("account/data")
    check(visit, "account-data")
    visit.send("account/data", "field", "all")
    visit.page.get_by_text(someone.email).wait_for()


def test_the_reviewer_is_told_what_is_there_already(
        house, administrator, second_reviewer, visits, specimens):
    empty_queue(administrator)
    one, other = visits(language="ru"), visits(language="en", scripts=False)
    first = somebody(one)
    number = first.register(specimens / "back.jpg")
    second = somebody(other)
    second.names()
    second.agree()
    second.confirm(second.give_contacts())
    second.upload_plainly(specimens / "back.png")
    second.upload_plainly(specimens / "back.png", kind="address_proof")
    twice = second.send()

    # The number of the other registration, in the reviewer's language, and no name.
    officer = administrator.visit
    administrator.take(twice)
    for language, same, file in (
            ("ru", "Тот же документ", "тот же файл"), ("kk", "Сол құжат", "сол файл"),
            ("en", "The same document", "the same file")):
        officer.go(f"office/cases/{twice}", language)
        told = [one for one in administrator.hints if number in one]
        assert len(told) == 1 and told[0].startswith(same), administrator.hints
        assert administrator.page.locator(".scan .chip", has_text=file).count() == 2
        assert first.family not in "".join(administrator.hints)
        check(officer, "office-case-repetition", language)
    officer.go(f"office/cases/{twice}")
    officer.send(f"{twice}/give-back")
    administrator.take(number)
    assert [twice in one for one in administrator.hints].count(True) == 1
    # Both see that the machine looked, and under which clause.
    for visit, said in ((one, "Программа проверила"), (other, "The machine checked")):
        visit.go("account/history")
        looked = visit.page.locator("tbody tr", has_text=said)
        assert looked.count() >= 2 and looked.first.locator('a[href$="/policy#2.2.2"]').count() == 1, visit.text
    check(one, "account-history-looked-up")

    # Who is erased is told of no more.
    other.go("register/end")
    other.send("register/end")
    other.at("register/ended")
    administrator.open(number)
    assert not any(twice in one for one in administrator.hints)
    administrator.approve(number)
    administrator.wait_out_undo(number)


def test_a_page_is_enlarged_and_turned_and_neither_printed_nor_opened_by_itself(
        house, administrator, visits, specimens):
    empty_queue(administrator)
    number = somebody(visits(language="ru")).register(specimens / "card.pdf")
    assert administrator.next() == number
    page = administrator.page
    leaf, image = page.locator("[data-sheet] .leaf").first, page.locator("[data-sheet] img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('[data-sheet] img').naturalWidth > 500")
    tool = lambda name: page.locator(f'[data-tool="{name}"]').first.click()
    width = leaf.bounding_box()["width"]
    tool("zoom-in")
    assert leaf.bounding_box()["width"] > width * 1.4
    tool("zoom-out")
    assert abs(leaf.bounding_box()["width"] - width) < 2
    turned = "(one) => getComputedStyle(one).transform"
    assert image.evaluate(turned) == "none"
    tool("rotate")
    assert image.evaluate(turned).startswith("matrix(0")
    tool("fit")
    assert image.evaluate(turned) == "none" and leaf.bounding_box()["height"] <= 800 * 0.7 + 1
    tool("compare")
    check(administrator.visit, "office-case-compared")

    page.emulate_media(media="print")
    assert page.locator("[data-viewer]:visible").count() == 0
    page.emulate_media(media="screen")
    address = image.get_attribute("src")
    other = administrator.visit.context.new_page()
    assert other.goto(house.site + address).status == 404
    other.close()
    assert administrator.visit.context.request.get(address).headers["cross-origin-resource-policy"] == "same-origin"
    administrator.approve(number)
    administrator.wait_out_undo(number)


def test_nobody_reviews_their_own_registration(house, administrator, second_reviewer, visits, specimens):
    empty_queue(administrator)
    visit = visits(language="kk")
    own = somebody(visit, email=second_reviewer.email)
    number = own.register(specimens / "back.jpg")
    office = second_reviewer.visit
    office.go("office/queue")
    assert number in office.text
    check(office, "office-queue-own")
    office.send("office/next")
    second_reviewer.page.wait_for_url("**/office/queue?next=none")
    second_reviewer.open(number)
    assert second_reviewer.page.locator(f'form[action$="/{number}/take"]').count() == 0
    check(office, "office-case-own")
    # The form, sent all the same, gives nobody the case.
    token = second_reviewer.page.locator('[name="form-token"]').first.get_attribute("value")
    answer = office.context.request.post(
        f"/ru/office/cases/{number}/take", headers={"Sec-Fetch-Site": "same-origin"}, form={"form-token": token})
    assert answer.status == 409
    assert administrator.next() == number
    administrator.approve(number)
    administrator.wait_out_undo(number)


def test_two_reviewers_make_one_decision_of_one_case(house, administrator, second_reviewer, visits, specimens):
    empty_queue(administrator)
    visit = visits(language="kk")
    number = somebody(visit).register(specimens / "back.jpg")
    assert administrator.next() == number
    second_reviewer.visit.go("office/queue")
    second_reviewer.visit.send("office/next")
    second_reviewer.page.wait_for_url("**/office/queue?next=none")
    second_reviewer.open(number)
    assert second_reviewer.page.locator(f'form[action$="/{number}/approve"]').count() == 0
    check(second_reviewer.visit, "office-case-held")
    # The forms of the case, sent by the one who does not hold it, change nothing.
    token = second_reviewer.page.locator('[name="form-token"]').first.get_attribute("value")
    for act in ("approve", "refuse"):
        second_reviewer.visit.context.request.post(
            f"/kk/office/cases/{number}/{act}", headers={"Sec-Fetch-Site": "same-origin"},
            form={"form-token": token, "refusal": "name_differs", "words": ""})
    visit.go("account")
    administrator.open(number)
    administrator.approve(number)
    # Undone once, and decided again: still one decision that counts.
    administrator.visit.send(f"{number}/undo")
    administrator.page.locator(f'form[action$="/{number}/approve"]').wait_for()
    administrator.approve(number)
    administrator.wait_out_undo(number)
    visit.go("account/history")
    assert visit.text.count("шешім қабылдады") <= 2, visit.text
    second_reviewer.open(number)
    assert second_reviewer.page.locator(".panel.done").count() == 1


def test_what_a_reviewer_typed_is_not_lost_with_the_lease(
        house, administrator, second_reviewer, visits, specimens):
    empty_queue(administrator)
    number = somebody(visits(language="kk")).register(specimens / "back.jpg")
    page, words = administrator.page, "Суретте тек артқы беті бар,\nалдыңғы бетін де жіберіңіз"

    def give_back():
        # In another window, as the end of the lease would do it.
        other = administrator.visit.context.new_page()
        other.goto(page.url.split("/office/")[0] + f"/office/cases/{number}")
        other.locator(f'form[action$="/{number}/give-back"] button').click()
        other.wait_for_url("**/office/queue")
        other.close()

    def write(action, text, name):
        form = page.locator(f'form[action$="/{number}/{action}"]').first
        details = form.locator("xpath=ancestor::details")
        if not details.evaluate("(one) => one.open"):
            details.locator("summary").click()
        form.locator(f'[name="{name}"]').fill(text)
        return form

    # Nobody else has taken it: the case and the words are there again, and nothing was sent.
    assert administrator.next() == number
    for action, name, text in (("refuse", "words", words), ("put-aside", "note", words), ("propose", "value-1", "Серікұлы")):
        form = write(action, text, name)
        if action == "refuse":
            form.locator("select").select_option("other_refusal")
        give_back()
        form.locator("button[type=submit]").click()
        page.locator(".panel.due").wait_for()
        back = page.locator(f'form[action$="/{number}/{action}"]').first
        assert back.locator(f'[name="{name}"]').is_visible(), action
        assert back.locator(f'[name="{name}"]').input_value().replace("\r\n", "\n") == text
        if action == "refuse":
            assert back.locator("select").input_value() == "other_refusal"
            check(administrator.visit, "office-case-taken-again")
        assert second_reviewer.visit.go("office/queue") and number in second_reviewer.visit.text

    # A reason is missing, and the lease has ended as well.
    administrator.open(number)
    form = write("refuse", words, "words")
    give_back()
    form.locator("button[type=submit]").click()
    page.locator(".error-summary, .panel.due").first.wait_for()
    assert page.locator('[name="words"]').input_value().replace("\r\n", "\n") == words

    give_back()
    # Another reviewer has it by now: the words are there to be copied, and that reviewer is not disturbed.
    for action, name, text in (("refuse", "words", words), ("put-aside", "note", words), ("propose", "value-1", "Серікұлы")):
        administrator.take(number)
        form = write(action, text, name)
        if action == "refuse":
            form.locator("select").select_option("other_refusal")
        give_back()
        second_reviewer.take(number)
        form.locator("button[type=submit]").click()
        page.locator(".copyable code").wait_for()
        assert page.locator(".copyable code").text_content().replace("\r\n", "\n") == text
        if action == "refuse":
            check(administrator.visit, "office-case-words-kept")
        second_reviewer.open(number)
        second_reviewer.visit.send(f"{number}/give-back")
        second_reviewer.visit.at("office/queue")
    # A form that is sent twice is heard once.
    administrator.take(number)
    administrator.approve(number)
    administrator.wait_out_undo(number)
