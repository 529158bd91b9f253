"""A permitted read and an upload touch one shard: told by the statements that a server runs."""

import uuid

import pytest

from citus import transactions
from house import House, until
from plain import Caller
from postgres import Cluster, Databases
from programme import Programme
from sharding import Sharding, Statement
from stores import query

NAMES = {"family_name": "Шардин", "given_name": "Бөлек"}
PAGE = b"\xff\xd8\xff\xe0" + b"\x00" * 300_000


@pytest.fixture(scope="module")
def cluster():
    """A PostgreSQL that puts down every statement."""
    cluster = Cluster.own()
    with cluster.open() as admin:
        admin.execute("ALTER SYSTEM SET log_statement = 'all'")
        admin.execute("ALTER SYSTEM SET log_line_prefix = '%p %d '")
        admin.execute("SELECT pg_reload_conf()")
    yield cluster
    cluster.remove()


@pytest.fixture(scope="module")
def house(cluster):
    house = House(databases=Databases(cluster)).start()
    yield house
    house.remove()
    house.databases.remove()


@pytest.fixture(scope="module")
def shop(house):
    return Programme(house)


def layout(house):
    columns = {}
    for table, column in house.databases.query(
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'", ()):
        columns.setdefault(table, set()).add(column)
    return Sharding(house.run("database", "sharding").stdout, columns)


class Watch:
    """What is run from now on about a person."""

    def __init__(self, house, subject):
        self.house, self.subject, self.sharding = house, subject, layout(house)
        self.server, self.base = house.databases.cluster, house.databases.names["saqta"]
        self.since = self.size()

    def size(self):
        return (self.server.folder / "server.log").stat().st_size

    def acts(self):
        """Per transaction that names the person: shards reached, by table and value; tables that are on no shard."""
        acts = []
        for word, statements in transactions(self.server, self.base, self.since):
            names = any(self.subject in given.values() for _, given in statements)
            read = [(Statement(text, self.sharding), given) for text, given in statements]
            tables = {named.table for statement, _ in read for named in statement.named}
            # The sequencer, and the job that looks for what has come and makes pages of it, are nobody's act.
            is_job = tables & {"tree", "page"} or any("attempts = attempts" in text for text, _ in statements)
            if word != "COMMIT" or not names or is_job:
                continue
            reached = {shard for statement, given in read for shard in statement.shards(given)}
            written = {statement.target.table for statement, _ in read if statement.target}
            acts.append((reached, {table for table in tables if table not in self.sharding.by}, written))
        return acts


def one_shard(acts, sharding, subject):
    """Fails unless all that is reached lies with one subject."""
    assert acts
    for reached, _, written in acts:
        assert {value for _, value in reached} == {subject}, reached
        assert {sharding.group[table] for table, _ in reached} == {"subject"}, reached
        # Beside the shard nothing is changed but the counts of acts.
        assert written - {"budget"} <= {table for table, _ in reached}, written


def test_a_permitted_read_is_of_one_shard(house, shop):
    body = shop.registration("bolek@example.kz", **NAMES)
    subject = bytes.fromhex(shop.register(body, "once").json["id"])
    read = f"/api/v1/subjects/{subject.hex()}?fields=email,telephone"
    assert shop.ask("GET", read).status == 200
    watch = Watch(house, subject)
    assert shop.ask("GET", read).status == 200
    acts = watch.acts()
    one_shard(acts, watch.sharding, subject)
    written = set().union(*(written for _, _, written in acts))
    assert written == {"pending_entry", "own_entry", "budget"}


def test_an_upload_is_of_one_shard(house):
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Жүктейев")
    caller.confirm("zhukte@example.kz")
    [(subject,)] = query(house, "SELECT subject_id FROM session WHERE digest = ?", caller.session)
    upload = caller.announce(len(PAGE))
    watch = Watch(house, subject)
    reached = caller.append(upload, PAGE[:len(PAGE) // 2])[1]
    assert 0 < reached < len(PAGE)
    chunk = watch.acts()
    one_shard(chunk, watch.sharding, subject)
    assert {"document"} == set().union(*(written for _, _, written in chunk))
    assert caller.append(upload, PAGE, offset=reached)[0] in (200, 201, 204)
    until(lambda: query(house, "SELECT count(*) FROM document WHERE state = 'received' OR digest IS NOT NULL") == [(1,)])
    acts = watch.acts()
    one_shard(acts, watch.sharding, subject)
    assert {"document", "pending_entry", "own_entry"} <= set().union(*(written for _, _, written in acts))
    caller.close()


def test_what_goes_further_is_noticed(house, shop):
    body = shop.registration("bolek.eki@example.kz", **NAMES)
    watch = Watch(house, b"")
    watch.subject = bytes.fromhex(shop.register(body, "twice").json["id"])
    acts = watch.acts()
    groups = {watch.sharding.group[table] for reached, _, _ in acts for table, _ in reached}
    assert groups >= {"subject", "address", "registration_number"}
    with pytest.raises(AssertionError):
        one_shard(acts, watch.sharding, watch.subject)
