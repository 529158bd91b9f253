"""A house whose database Citus shards. Only where PG_BIN names a PostgreSQL that has Citus: Debian has no package of it."""

import re
import threading
import time

import psycopg2
import pytest

from citus import Citus, transactions
from house import House, until
from plain import Caller
from programme import Programme
from stores import query, sound

NAMES = {"family_name": "Шардин", "given_name": "Бөлек"}


@pytest.fixture
def citus():
    citus = Citus()
    if not citus.is_installed:
        citus.remove()
        pytest.skip("PG_BIN names a PostgreSQL without Citus")
    yield citus
    for server in citus.servers:
        told = (server.folder / "server.log").read_text(errors="replace").splitlines()
        print(*[line for line in told if re.search("ERROR|FATAL|PANIC|starting|ready", line)][-20:], sep="\n")
    citus.remove()


@pytest.fixture
def house(citus):
    house = House(databases=citus.prepare()).start()
    yield house
    print(house.said()[-6000:])
    house.remove()


def shard(house, citus):
    house.end()
    citus.shard(house.databases, house.run("database", "sharding").stdout)
    house.start()


def settle(house, citus):
    """Fails unless the ledger verifies once nothing waits, and no machine waits for another."""
    until(lambda: query(house, "SELECT count(*) FROM pending_entry") == [(0,)], 60, what="the sequencer")
    until(lambda: citus.prepared(house.databases.names["saqta"]) == [0, 0], 120, what="the end of what was prepared")
    sound(house)


def test_a_house_is_sharded_and_goes_on(house, citus, specimens):
    scan = (specimens / "back.jpg").read_bytes()
    earlier, later = Caller(house), Caller(house)
    earlier.register("Қосшардин", "qosshar@example.kz", scan)
    number = earlier.account()
    earlier.close(), later.close()
    shard(house, citus)
    shop = Programme(house)
    # Whoever was there is; all lie on the workers.
    assert earlier.account() == number and "Қосшардин" in earlier.data()
    later.register("Жаңашар", "zhangashar@example.kz", scan)
    bodies = [shop.registration(f"shar{place}@example.kz", **NAMES) for place in range(12)]
    subjects = [bytes.fromhex(shop.register(body, place).json["id"]) for place, body in enumerate(bodies)]
    assert query(house, "SELECT count(*) FROM registration") == [(14,)]
    nodes = query(house, """
        SELECT DISTINCT nodeport FROM run_command_on_shards('subject', 'SELECT count(*) FROM %s') AS held
        JOIN citus_shards ON citus_shards.shardid = held.shardid WHERE held.result <> '0'""")
    assert {str(port) for (port,) in nodes} == {worker.port for worker in citus.workers}

    # A permitted read ends on one worker, in one commit.
    sizes = [(worker.folder / "server.log").stat().st_size for worker in citus.workers]
    assert shop.ask("GET", f"/api/v1/subjects/{subjects[0].hex()}?fields=email,telephone").status == 200
    ended = [[word for word, statements in transactions(worker, house.databases.names["saqta"], since)
              if any("own_entry" in text and "INSERT" in text for text, _ in statements)]
             for worker, since in zip(citus.workers, sizes)]
    assert sorted(ended) == [[], ["COMMIT"]]

    earlier.close(), later.close()
    again = Caller(house)
    again.sign_in("zhangashar@example.kz")
    assert "Жаңашар" in again.data()
    again.end()
    assert query(house, "SELECT count(*) FROM registration") == [(13,)]
    settle(house, citus)


def test_a_worker_that_dies_takes_nothing_with_it_that_was_acknowledged(house, citus):
    shard(house, citus)
    shop = Programme(house)
    body = shop.registration("nobody@example.kz", **NAMES)
    acknowledged, failed, enough = {}, [], threading.Event()

    def register(line):
        for place in range(10_000):
            if enough.is_set():
                return
            key = f"{line}-{place}"
            mine = body | {"fields": body["fields"] | {"email": f"p{key}@example.kz"}}
            try:
                answer = shop.register(mine, key)
            except OSError:
                answer = None
            if answer and answer.status == 201:
                acknowledged[key] = answer.json["id"]
            else:
                failed.append((key, mine))
                time.sleep(0.5)

    lines = [threading.Thread(target=register, args=(line,)) for line in range(4)]
    for line in lines:
        line.start()
    until(lambda: len(acknowledged) > 15, 120, what="registrations")
    citus.workers[0].kill()
    until(lambda: len(failed) > 4, 120, what="a refusal")
    citus.workers[0].start()
    before = len(acknowledged)
    until(lambda: len(acknowledged) > before + 15, 180, what="registrations again")
    enough.set()
    for line in lines:
        line.join()
    # Whoever was refused asks again with the same key.
    for key, mine in failed:
        answer = until(lambda: (answer := shop.register(mine, key)).status == 201 and answer, 120, what=key)
        acknowledged[key] = answer.json["id"]
    print(len(acknowledged), "registered,", len(failed), "of them refused at first")
    assert len(set(acknowledged.values())) == len(acknowledged)
    held = {bytes(subject).hex() for (subject,) in query(house, "SELECT subject_id FROM registration")}
    assert held == set(acknowledged.values())
    settle(house, citus)


def test_a_sharded_house_takes_a_later_schema(house, citus):
    shard(house, citus)
    shop = Programme(house)
    shop.register(shop.registration("sonra@example.kz", **NAMES), "first")
    # As the programme runs a step: in one transaction, with the row that tells of it.
    with psycopg2.connect(house.databases.address("saqta")) as owner, owner.cursor() as cursor:
        for statement in (
                "INSERT INTO migration (number, title, at) VALUES ('9999-01-01.01', 'later', 0) ON CONFLICT (number) DO NOTHING",
                "ALTER TABLE registration ADD COLUMN later BIGINT", "ALTER TABLE edition ADD COLUMN later TEXT COLLATE \"C\"",
                "ALTER TABLE tree ADD COLUMN later BYTEA", "ALTER TABLE budget ADD COLUMN later BIGINT",
                "CREATE INDEX registration_by_later ON registration (later)",
                "CREATE TABLE newcomer (number TEXT COLLATE \"C\" PRIMARY KEY, subject_id BYTEA NOT NULL)",
                "INSERT INTO newcomer (number, subject_id) SELECT number, subject_id FROM registration"):
            cursor.execute(statement)
    assert query(house, "SELECT count(*) FROM newcomer JOIN registration ON registration.number = newcomer.number") == [(1,)]
    for worker in citus.workers:
        with worker.open(house.databases.names["saqta"]) as admin:
            admin.execute("SET citus.override_table_visibility TO off")
            admin.execute("SELECT count(*) FROM pg_indexes WHERE indexname LIKE 'registration_by_later_%'")
            assert admin.fetchone() == (Citus.SHARDS // 2,)
    assert shop.register(shop.registration("sonra2@example.kz", **NAMES), "second").status == 201
    settle(house, citus)
