"""How the operator sees the server at work: readiness, figures, log; and nothing about a person in any of it."""

import http.client
import json
import re
import sqlite3
import subprocess
import urllib.parse
import uuid

import pytest

from house import House, until
from plain import Caller
from stores import rows

FAMILY, EMAIL = "Көрінбейбай", "korinbey@example.kz"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    token = tmp_path_factory.mktemp("token") / "token"
    token.write_text("a-token-of-the-test\n")
    token.chmod(0o600)
    house = House(ACCESS_LOG="true", METRICS_TOKEN_FILE=token).start()
    yield house
    house.remove()


@pytest.fixture(scope="module")
def registered(house, specimens):
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, FAMILY)
    caller.confirm(EMAIL)
    caller.upload((specimens / "back.jpg").read_bytes())
    until(caller.is_read, seconds=60, what="the reading")
    caller.send()
    # Addresses of all kinds, and methods that nobody has heard of.
    for number in range(20):
        caller.ask("GET", f"/ru/no-such-page-{number}?family={urllib.parse.quote(FAMILY)}")
    caller.ask("GET", "/en/policy?q=" + EMAIL)
    caller.ask("PROPFIND", "/ru/policy")
    return caller


def ask(house, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def figures(house):
    """Every figure by its name with its labels."""
    status, text = ask(house, "/metrics")
    assert status == 200
    return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1])
            for line in text.splitlines() if not line.startswith("#")}


def readiness(house):
    status, text = ask(house, "/ready")
    answer = json.loads(text)
    assert (status == 200) == (answer["status"] == "ready")
    return answer.get("failing", [])


def test_the_figures_are_right_and_as_prometheus_wants_them(house, registered):
    text = ask(house, "/metrics")[1]
    checked = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    found = figures(house)
    assert found['saqta_cases{state="sent"}'] == 1
    assert found['saqta_documents{state="ready"}'] == 1
    assert found["saqta_documents_received_total"] == 1 and found["saqta_documents_received_octets_total"] > 10_000
    assert found['saqta_codes{state="used"}'] == 1
    assert found['saqta_messages{state="unsent"}'] >= 1
    assert found["saqta_erasures_total"] == 0 and found['saqta_deadlines{state="over"}'] == 0
    assert found['saqta_refusals_total{kind="notFound",reason="none"}'] == 20
    assert found["saqta_storage_write_wait_seconds_count"] > 10
    assert found["saqta_storage_transaction_duration_seconds_count"] > 10
    assert found["process_resident_memory_bytes"] > 10e6 and found["process_start_time_seconds"] > 1.7e9
    assert found["saqta_disk_free_bytes"] > 0 and found["saqta_disk_low"] == 0
    assert found["saqta_disk_reserve_bytes"] >= 64e6
    until(lambda: figures(house)["saqta_ledger_pending_entries"] == 0, what="the sequencer")
    assert figures(house)["saqta_ledger_entries"] > 5 and figures(house)["saqta_ledger_forked"] == 0
    series = 'saqta_http_request_duration_seconds_%s{method="POST",route="/{language}/register/consent",status="3xx"%s}'
    assert found[series % ("count", "")] == 1
    assert found[series % ("bucket", ',le="+Inf"')] == 1 and 0 < found[series % ("sum", "")] < 60


def test_the_figures_name_patterns_and_states_and_nothing_of_a_person(house, registered):
    number, text = registered.account(), ask(house, "/metrics")[1]
    for secret in (FAMILY, FAMILY.lower(), EMAIL, number, number.replace("-", ""), "no-such-page"):
        assert secret not in text
    routes = set(re.findall(r'route="([^"]*)"', text))
    assert "/{language}/register/documents/{p0}" in routes, routes
    assert "none" in routes and len(routes) < 60
    for route in routes:
        assert not re.search(r"[0-9a-f]{8}|/ru/|/kk/|/en/", route), route
    assert set(re.findall(r'method="([^"]*)"', text)) <= {"GET", "POST", "HEAD", "PATCH", "other"}
    assert 'method="other"' in text


def test_the_figures_are_read_from_elsewhere_with_the_token_only(house):
    away = {"Host": "www.example.kz", "X-Forwarded-For": "203.0.113.7"}
    assert ask(house, "/metrics", {"X-Forwarded-For": "203.0.113.7"})[0] == 404
    assert ask(house, "/metrics", away | {"Authorization": "Bearer other"})[0] == 404
    status, text = ask(house, "/metrics", away | {"Authorization": "Bearer a-token-of-the-test"})
    assert status == 200 and "saqta_cases" in text


def test_the_log_is_lines_of_json_without_anything_about_a_person(house, registered):
    number = registered.account()
    said = house.said()
    for secret in (FAMILY, EMAIL, number, urllib.parse.quote(FAMILY), "no-such-page", "?", "127.0.0.1:"):
        assert secret not in said.split("Saqta listens on")[1].split("\n", 1)[1], secret
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    answered = [line for line in lines if line["message"] == "Request answered"]
    assert len(answered) > 20
    for line in answered:
        assert {"time", "level", "logger", "request.id", "http.method", "http.route", "http.status",
                "duration.us"} == set(line) - {"message"}
        assert not re.search(r"[0-9a-f]{8}", line["http.route"])
    assert any(line["http.route"] == "/{language}/register/consent" and line["http.status"] == "303"
               for line in answered)


def test_requests_are_not_told_to_the_log_unless_it_is_asked_for():
    house = House().start()
    try:
        Caller(house).ask("GET", "/ru/policy")
        Caller(house).ask("GET", "/ru/nowhere")
        assert "Request answered" not in house.said()
    finally:
        house.remove()


def test_a_database_that_takes_nothing_makes_it_unready(house):
    assert readiness(house) == []
    base = sqlite3.connect(house.data / "saqta.sqlite", timeout=10, isolation_level=None)
    try:
        base.execute("BEGIN IMMEDIATE")
        until(lambda: readiness(house) == ["database"], seconds=20, what="unreadiness")
        # It lives, all the same.
        assert ask(house, "/health") == (200, '{"status":"ok"}\n')
        base.execute("ROLLBACK")
    finally:
        base.close()
    until(lambda: readiness(house) == [], seconds=20, what="readiness")


def test_a_tree_that_does_not_continue_and_evidence_that_waits_make_it_unready(specimens):
    house = House().start()
    try:
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, FAMILY)
        until(lambda: rows(house)["pending_entry"] == 0, what="the sequencer")
        base = sqlite3.connect(house.data / "saqta.sqlite", timeout=10)
        with base:
            base.execute("UPDATE tree SET root = zeroblob(32)")
        Caller(house).begin(uuid.uuid4().hex, FAMILY)
        until(lambda: readiness(house) == ["ledger"], what="unreadiness")
        assert figures(house)["saqta_ledger_forked"] == 1
        with base:
            assert base.execute("UPDATE pending_entry SET at = at - 120000000").rowcount > 0
        base.close()
        until(lambda: readiness(house) == ["evidence", "ledger"], what="unreadiness")
        assert figures(house)["saqta_ledger_oldest_pending_seconds"] > 100
        # Made older behind the server's back: it looks again within ten seconds, and else counts on from what it saw.
        until(lambda: caller.names() is None, what="the end of showing personal data without evidence")
        assert figures(house)['saqta_refusals_total{kind="unavailable",reason="no_evidence"}'] >= 1
    finally:
        house.remove()
