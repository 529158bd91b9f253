"""Many at once: nobody is lost, and nobody is made twice."""

import os
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

from house import until
from plain import Caller
from stores import query, rows, sound, travel

SCANS = int(os.environ.get("SAQTA_SCANS", "60"))


def test_a_hundred_people_begin_at_once(house):
    before = rows(house)["registration"]

    def register(number):
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, "Жүзбай")
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(100) as crowd:
        numbers = list(crowd.map(register, range(100)))
    assert None not in numbers and len(set(numbers)) == 100
    assert rows(house)["registration"] == before + 100
    sound(house)


def test_a_crowd_sends_scans_at_once(house, specimens):
    octets = (specimens / "back.jpg").read_bytes()

    def register(number):
        caller = Caller(house)
        caller.register("Көпбай", f"kopbai{number}@example.kz", octets)
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(SCANS) as crowd:
        numbers = list(crowd.map(register, range(SCANS)))
    assert None not in numbers and len(set(numbers)) == SCANS
    sound(house)


def test_one_submission_makes_one_registration_however_often_it_is_sent_at_once(house):
    submission, browser = uuid.uuid4().hex, Caller(house)
    browser.ask("GET", "/ru/register/name")

    def register(_):
        caller = browser.same_browser()
        caller.begin(submission, "Бірбай")
        found = caller.account()
        caller.close()
        return found

    with ThreadPoolExecutor(16) as crowd:
        numbers = set(crowd.map(register, range(16)))
    assert len(numbers) == 1 and None not in numbers
    # Another browser that learns the number of a submission gets nothing of it.
    stranger = Caller(house)
    stranger.begin(submission, "Бөтенбай")
    assert stranger.account() not in numbers


def test_sixteen_who_confirmed_one_address_and_send_at_once_are_one_person(house, specimens):
    scan, callers = (specimens / "back.jpg").read_bytes(), []
    for number in range(16):
        address = ["ortaq@example.kz", "Ortaq@example.kz"][number % 2]
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, "Ортақбай")
        caller.confirm(address, after=house.codes_sent(address))
        # Five codes an hour go to one address; the next asks an hour later.
        travel(house, "UPDATE code SET created_at = created_at - 3700000000")
        caller.upload(scan)
        callers.append(caller)
    for caller in callers:
        until(caller.is_read, seconds=300, pause=1, what="the reading")
        caller.ask("GET", "/ru/register/check")
    together = threading.Barrier(16)

    def send(caller):
        together.wait(60)
        status, place, text = caller.form("/ru/register/send")
        return status, place or text

    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(send, callers))
    assert sorted(status for status, _ in answers) == [303] + 15 * [409]
    sent = [caller for caller, (status, _) in zip(callers, answers) if status == 303]
    assert sent[0].account()
    states = query(
        house, """
        SELECT r.state, count(*) FROM registration r JOIN contact c ON c.subject_id = r.subject_id
        WHERE c.target = (SELECT target FROM contact JOIN session USING (subject_id) WHERE digest = ?)
        GROUP BY r.state ORDER BY r.state""", sent[0].session)
    assert states == [("draft", 15), ("sent", 1)]
    # The others have lost nothing, and are told why; sending again changes nothing.
    for caller, (status, text) in zip(callers, answers):
        if status == 409:
            assert caller.names() == "Ортақбай"
            assert send_again(caller) == 409
        caller.close()
    sound(house)


def send_again(caller):
    caller.ask("GET", "/ru/register/check")
    return caller.form("/ru/register/send")[0]
