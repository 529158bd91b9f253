"""The database can be sharded by Citus: tables, keys and statements keep to the rules of docs/scale.md."""

import json
import os
import pathlib
import re
import subprocess

import pytest

from house import BINARY, ROOT, House
from postgres import Databases
from sharding import Sharding

# Written once, by a migration, into a table that is not sharded yet.
FILLING = "INSERT INTO registration_number (number, subject_id) SELECT number, subject_id FROM registration"


@pytest.fixture(scope="module")
def house():
    house = House(databases=Databases()).start()
    yield house
    house.remove()
    house.databases.remove()


@pytest.fixture(scope="module")
def told(house):
    answer = house.run("database", "sharding")
    assert answer.returncode == 0, answer
    return answer.stdout


@pytest.fixture(scope="module")
def sharding(house, told):
    columns = {}
    for table, column in house.databases.query(
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'", ()):
        columns.setdefault(table, set()).add(column)
    return Sharding(told, columns, apart=house.databases.tables("keys"))


def keys(house):
    """Primary keys and unique indexes: table, name, columns."""
    return house.databases.query(
        """
        SELECT t.relname::text, i.relname::text,
               ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY (x.indkey))
        FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
        WHERE (x.indisunique OR x.indisexclusion) AND t.relnamespace = 'public'::regnamespace ORDER BY 1, 2
        """, ())


def key_faults(sharding, keys):
    """Those that Citus cannot keep, as it would have to look at all shards."""
    return [f"{table}: {name}" for table, name, columns in keys
            if table in sharding.by and sharding.by[table] not in columns and name not in sharding.ended]


def place_faults(sharding, tables):
    kinds = [table for table, _ in sharding.kinds]
    return sorted([f"{table} has no place" for table in set(tables) - set(kinds)]
                  + [f"{table} is nowhere" for table in set(kinds) - set(tables)]
                  + [f"{table} has two places" for table in set(kinds) if kinds.count(table) > 1])


def test_every_table_has_its_place(house, sharding):
    tables = house.databases.tables("saqta")
    assert len(tables) > 30 and place_faults(sharding, tables) == []
    assert place_faults(sharding, [*tables, "newcomer"]) == ["newcomer has no place"]
    # What lies with the subject is sharded by the same values, and one whose rows tell of nobody else.
    assert {sharding.by[table] for table, group in sharding.group.items() if group == "subject"} == {"id", "subject_id"}
    assert all(sharding.by[table] in sharding.columns[table] for table in sharding.by)


def test_every_key_holds_what_its_table_is_sharded_by(house, sharding):
    found = keys(house)
    assert len(found) > 30 and key_faults(sharding, found) == []
    bad = [("registration", "registration_other_key", ["number"]), ("address", "address_once", ["subject_id", "field"])]
    assert key_faults(sharding, bad) == ["registration: registration_other_key", "address: address_once"]
    # What is given up there is kept by another table, and was there to be given up.
    assert sharding.ended <= {name for _, name, _ in found} and sharding.ended == {"registration_number_key"}
    assert ("registration_number", "registration_number_pkey", ["number"]) in found


def test_nothing_else_ties_rows_together(house):
    """References, sequences and triggers reach across shards; there are none."""
    for sql in (
            "SELECT conname::text FROM pg_constraint WHERE contype IN ('f', 't', 'x') AND connamespace = 'public'::regnamespace",
            "SELECT relname::text FROM pg_class WHERE relkind IN ('S', 'v', 'm', 'f') AND relnamespace = 'public'::regnamespace",
            "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal"):
        assert house.databases.query(sql, ()) == []


@pytest.fixture(scope="module")
def statements(tmp_path_factory):
    """All statements of the sources, as the suite that prepares them finds them: place and text."""
    file = tmp_path_factory.mktemp("statements") / "statements"
    suite = pathlib.Path(BINARY).parent / "saqtaPackageTests.xctest"
    subprocess.run(
        [suite, "--testing-library", "swift-testing", "--filter", r"^StorageTests\.EveryStatementTests/told"],
        env=os.environ | {"SAQTA_STATEMENTS": str(file)}, check=True, capture_output=True)
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_every_statement_can_be_run_on_shards(statements, sharding):
    faults = {}
    whole = [(place, text) for place, text in statements if text.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE")]
    endings = [(place, text) for place, text in statements if text.startswith(("WHERE ", "ORDER BY "))]
    assert len(whole) > 250 and len(endings) > 10
    for place, text in whole:
        if text != FILLING and (found := sharding.faults(text)):
            faults[place] = found
    # An ending is put behind the selection of one table, and names no other.
    faults |= {place: [text] for place, text in endings if re.search(r"\b(SELECT|JOIN|FROM)\b", text)}
    assert faults == {}


BAD = {
    "SELECT 1 FROM own_entry LEFT JOIN leaf ON leaf.id = own_entry.id WHERE own_entry.subject_id = $1": "one of the coordinator",
    "SELECT 1 FROM document_mark AS a WHERE NOT EXISTS (SELECT 1 FROM document_mark AS b WHERE b.subject_id = a.subject_id)":
        "otherwise than by",
    "SELECT 1 FROM staff, staff_role WHERE staff.subject_id = $1": "otherwise than by",
    "SELECT 1 FROM staff, staff_role WHERE staff.subject_id = $1 AND staff_role.subject_id = $2": "otherwise than by",
    "SELECT 1 FROM staff JOIN staff_role ON staff_role.subject_id = staff.subject_id OR staff.state = 'x'": "otherwise than by",
    "SELECT 1 FROM session JOIN subject ON subject.id = session.digest": "otherwise than by",
    "SELECT 1 FROM consent WHERE id IN (SELECT id FROM message WHERE subject_id = $1)": "otherwise than by",
    "SELECT (SELECT count(*) FROM message) FROM subject WHERE id = $1": "otherwise than by",
    "INSERT INTO session (digest, kind) SELECT $1, kind FROM session WHERE digest = $2": "selected elsewhere",
    "INSERT INTO blob_abandoned (blob) SELECT blob FROM document WHERE subject_id = $1": "by what is in a sharded table",
    "INSERT INTO consent (id) VALUES ($1)": "enters no subject_id",
    "INSERT INTO address (digest, subject_id) VALUES ($1, $2) ON CONFLICT (subject_id) DO NOTHING": "without digest",
    "UPDATE code SET id = $1 WHERE id = $2": "changes id",
    "UPDATE edition SET hash = $1 WHERE number = (SELECT count(*) FROM subject)": "by what is in a sharded table",
    "SELECT 1 FROM subject WHERE state = $1 FOR SHARE": "on many shards",
    "WITH a AS (SELECT 1 FROM subject) SELECT 1 FROM a": "by hand",
    "SELECT id FROM subject UNION SELECT subject_id FROM consent": "by hand",
    "SELECT 1 FROM (SELECT id FROM subject LIMIT 1) AS a": "by hand",
    "SELECT 1 FROM newcomer": "has no place",
}
GOOD = [
    "SELECT 1 FROM subject JOIN consent ON consent.subject_id = subject.id WHERE consent.at > $1",
    "SELECT 1 FROM staff, staff_role WHERE staff.subject_id = $1 AND staff_role.subject_id = $1",
    "SELECT 1 FROM page WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.subject_id = page.subject_id)",
    "SELECT 1 FROM subject JOIN edition ON edition.number = 1",
    "INSERT INTO own_entry (subject_id, id) SELECT subject_id, id FROM pending_entry",
    "SELECT 1 FROM leaf JOIN tree ON tree.id = 1",
    "SELECT 1 FROM subject WHERE id = $1 FOR UPDATE",
]


@pytest.mark.parametrize("text, word", BAD.items(), ids=list(BAD))
def test_a_statement_that_cannot_is_noticed(sharding, text, word):
    assert any(word in fault for fault in sharding.faults(text)), sharding.faults(text)


@pytest.mark.parametrize("text", GOOD)
def test_a_statement_that_can_is_let_through(sharding, text):
    assert sharding.faults(text) == []


def test_the_document_has_the_statements(told):
    block = re.search(r"^```sql\n(SELECT create_reference_table.*?)^```", (ROOT / "docs" / "scale.md").read_text(), re.M | re.S)
    assert block[1] == told
