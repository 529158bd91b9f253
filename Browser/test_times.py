"""How long a sign-in takes says nothing about whether the person exists."""

import math
import random
import statistics
import time

import pytest

from house import until
from plain import Caller
from stores import query, travel

pytestmark = pytest.mark.quiet

KNOWN = [f"uaqyt{number}@example.kz" for number in range(1, 5)]
UNKNOWN = [f"uaqyt{number}@example.kz" for number in range(5, 9)]
PASSWORD = "ұзақ әрі сирек құпиясөз 7731"
PAIRS = 300


@pytest.fixture(scope="module")
def people(house, specimens):
    """Four who have registered and have a password."""
    scan = (specimens / "back.jpg").read_bytes()
    for address in KNOWN:
        caller = Caller(house)
        caller.register("Уақытов", address, scan)
        caller.ask("GET", "/ru/account/password")
        assert caller.form("/ru/account/password", password=PASSWORD)[0] == 303
        caller.close()
    hours_pass(house)


def hours_pass(house):
    """Codes that were sent are no ground any more to send no other."""
    travel(house, "UPDATE code SET created_at = created_at - 7200000000 WHERE created_at > ?",
           int((time.time() - 3_600) * 1e6))


def pairs(work, between=lambda: None):
    """Times in milliseconds for a known and an unknown address, one right after the other, in an order by chance."""
    times = {True: [], False: []}
    dice = random.Random(7731)
    for number in range(PAIRS):
        order = [True, False]
        dice.shuffle(order)
        for is_known in order:
            times[is_known].append(work((KNOWN if is_known else UNKNOWN)[number % 4]))
        between()
    return times[True], times[False]


def timed(status, ask):
    begin = time.perf_counter()
    assert ask()[0] == status
    return (time.perf_counter() - begin) * 1_000


def alike(known, unknown):
    """Fails when the times of a pair differ by more than chance and by enough to be heard through a network.

    Chance is asked by the signs of the differences, whose number has a binomial distribution whatever the load of the
    machine is: 4 standard deviations come about once in 16,000 runs.
    """
    differences = [one - other for one, other in zip(known, unknown)]
    signs = sum(difference > 0 for difference in differences)
    score = (2 * signs - len(differences)) / math.sqrt(len(differences))
    shift = statistics.median(differences)
    heard = max(0.5, 0.02 * statistics.median(unknown))
    said = (f"known {statistics.median(known):.2f} ms, unknown {statistics.median(unknown):.2f} ms, in pairs "
            f"{shift:+.2f} ms, {score:+.1f} standard deviations")
    print(said)
    assert abs(score) < 4 or abs(shift) < heard, said


def test_by_password(house, people):
    caller = Caller(house)
    caller.ask("GET", "/ru/sign-in")

    def enter(address):
        return timed(
            422, lambda: caller.form("/ru/sign-in", address=address, password="басқа құпиясөз 7731", how="password"))

    def forgive():
        travel(house, "DELETE FROM guess")

    alike(*pairs(enter, between=forgive))
    # Wrong often enough, whoever tries has to wait, whether or not anybody has the address.
    alike(*pairs(enter))
    caller.close()


def test_by_code(house, people):
    callers = []

    def ask(address):
        callers.append((address, Caller(house)))
        caller = callers[-1][1]
        caller.ask("GET", "/ru/sign-in")
        return timed(303, lambda: caller.form("/ru/sign-in", address=address, password="", how="code"))

    alike(*pairs(ask, between=lambda: hours_pass(house)))
    until(lambda: not query(house, "SELECT 1 FROM code WHERE state = 'asked' AND reason = 'signIn'"), what="the codes")
    waiting = {is_known: [caller for address, caller in callers if (address in KNOWN) == is_known]
               for is_known in (True, False)}
    sent = query(house, "SELECT count(*) FROM code WHERE state = 'sent' AND reason = 'signIn'")[0][0]
    assert sent == PAIRS

    def guess(address):
        caller = waiting[address in KNOWN].pop()
        return timed(422, lambda: caller.form("/ru/sign-in/code", code="000000"))

    alike(*pairs(guess))
    for _, caller in callers:
        caller.close()
