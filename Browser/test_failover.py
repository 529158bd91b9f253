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

    house = House(databases=databases, DATABASE=both("saqta"), KEY_DATABASE=both("keys")).start()
    yield house
    house.remove()


def test_a_fail_over_loses_nothing_that_was_acknowledged(house, pair):
    leader, follower, databases = pair
    killed, count, lock = threading.Event(), 0, threading.Lock()

    def register(number):
        nonlocal count
        caller, submission = Caller(house), uuid.uuid4().hex
        family = f"Ауысов{'абвгд'[number % 5]}{'ежзик'[number // 5 % 5]}"
        caller.begin_until_heard(submission, family)
        with lock:
            count += 1
            if count == CROWD // 3:
                leader.kill()
                killed.set()
        return caller, family

    with ThreadPoolExecutor(12) as crowd:
        tasks = [crowd.submit(register, number) for number in range(CROWD)]
        assert killed.wait(120)
        begun = time.monotonic()
        follower.promote()
        databases.cluster = follower
        known = [task.result() for task in tasks]
    until(lambda: Caller(house).ask("GET", "/ready")[0] == 200, what="the service")
    print(f"{CROWD} registered, the last {time.monotonic() - begun:.1f} s after the standby was told to lead")
    assert query(house, "SELECT count(*) FROM registration") == [(CROWD,)]
    for caller, family in known:
        assert caller.names() == family
    sound(house)
