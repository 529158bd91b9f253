"""The PostgreSQL server that leads dies, its standby takes over: what was acknowledged is there, and work goes on by itself."""

import os
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from house import House, until
from plain import Caller
from postgres import Cluster, Databases
from stores import query, sound

CROWD = int(os.environ.get("SAQTA_FAILOVER_CROWD", "60"))


@pytest.fixture
def pair():
    leader = Cluster.own()
    databases = Databases(leader)
    follower = leader.follower()
    try:
        yield leader, follower, databases
    finally:
        follower.remove()
        leader.remove()


@pytest.fixture
def house(pair):
    leader, follower, databases = pair

    def both(name):
        base = databases.names[name]
        return (f"postgres://{base}@127.0.0.1:{leader.port},127.0.0.1:{follower.port}/{base}"
                "?target_session_attrs=read-write")

    house = House(
        databases=databases, DATABASE=both("saqta"), KEY_DATABASE=both("keys"), DATABASE_CONNECT_SECONDS=2,
        DATABASE_STATEMENT_SECONDS=4, DATABASE_COMMIT_SECONDS=4).start()
    yield house
    house.remove()


def fail_over(house, pair, strike):
    """A crowd registers, the leader is struck, its standby is told to lead. Returns who was acknowledged, by what name."""
    leader, follower, databases = pair
    struck, count, lock = threading.Event(), 0, threading.Lock()

    def register(number):
        nonlocal count
        known = one(house, number)
        with lock:
            count += 1
            if count == CROWD // 3:
                strike()
                struck.set()
        return known

    with ThreadPoolExecutor(12) as crowd:
        tasks = [crowd.submit(register, number) for number in range(CROWD)]
        assert struck.wait(120)
        begun = time.monotonic()
        follower.promote()
        databases.cluster = follower
        known = [task.result() for task in tasks]
    until(lambda: Caller(house).ask("GET", "/ready")[0] == 200, what="the service")
    print(f"{CROWD} registered, the last {time.monotonic() - begun:.1f} s after the standby was told to lead")
    return known


def one(house, number):
    """Somebody registers, trying until it is acknowledged."""
    caller, submission = Caller(house), uuid.uuid4().hex
    family = f"Ауысов{'абвгд'[number % 5]}{'ежзик'[number // 5 % 5]}"
    caller.begin_until_heard(submission, family)
    return caller, family


def check(house, known):
    """All who were acknowledged are there, once, with their names, and the ledger is sound."""
    assert query(house, "SELECT count(*) FROM registration") == [(len(known),)]
    for caller, family in known:
        assert caller.names() == family
    sound(house)


def test_a_fail_over_loses_nothing_that_was_acknowledged(house, pair):
    check(house, fail_over(house, pair, pair[0].kill))


def test_a_leader_that_hangs_and_wakes_loses_and_forks_nothing(house, pair):
    leader = pair[0]
    known = fail_over(house, pair, leader.hang)
    # It believes that it leads still, and stands first among the hosts.
    leader.wake()
    with leader.open() as old:
        old.execute("SELECT pg_is_in_recovery()")
        assert old.fetchone() == (False,)
    with ThreadPoolExecutor(12) as crowd:
        known += crowd.map(lambda number: one(house, number), range(CROWD // 3))
    check(house, known)
    status, _, figures = Caller(house).ask("GET", "/metrics")
    assert status == 200 and "\nsaqta_ledger_forked 0\n" in figures, figures
    assert "signs nothing" not in house.said(), house.said()
    assert Caller(house).ask("GET", "/ready")[0] == 200
