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
    for visit, said in ((one, "Машина проверила"), (other, "The machine checked")):
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
