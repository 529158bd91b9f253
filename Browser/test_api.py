"""Programmes and the API: the examples of docs/api.md as a reader would copy them, and what is refused."""

import json
import re
import threading
import urllib.request

import pytest

from guide import Guide, beside
from house import House, ROOT
from pages import LANGUAGES, check
from person import somebody
from plain import Caller
from programme import Programme
from routes import LINKS

NAME = {"family_name": "Үлгіева", "given_name": "Айгерім"}


@pytest.fixture(scope="module")
def shop(house):
    return Programme(house, "bazar")


@pytest.fixture(scope="module")
def registered(shop):
    """Somebody whom the programme has registered."""
    answer = shop.register(shop.registration("aigerim.ulgieva@example.kz", "kk", **NAME), "registered")
    assert answer.status == 201, answer.octets
    return answer.json


def shape(value):
    """What must be the same in an example and in an answer: names, closed words and numbers, not what is anybody's own."""
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    own = isinstance(value, str) and (
        re.fullmatch(r"[0-9a-f]{32}|[0-9A-Z]{4}-[0-9A-Z]{4}|…|\d+|[0-9a-f]+", value) or value.startswith("http"))
    return "…" if own else value.replace("\xa0", " ") if isinstance(value, str) else value


def problem(answer, status, name):
    assert answer.status == status, (answer.status, answer.octets)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Set-Cookie"] is None
    assert answer.json["type"] == f"/api/problems/{name}" and answer.json["status"] == status
    assert answer.json["title"] and answer.json["detail"] and answer.json["request"]
    return answer.json


def test_every_example_of_the_documentation_works(house):
    guide = Guide("../api.md", beside(house))
    said = "".join(guide.run(heading) for heading in guide.blocks)
    assert "shop connected" in said
    text = (ROOT / "docs" / "api.md").read_text()
    shown = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", text, re.M | re.S)]
    names = ("registered", "handed", "read", "found", "refused")
    given = [json.loads((house.folder / name).read_text()) for name in names]
    assert [shape(one) for one in shown] == [shape(one) for one in given]
    assert "shop ended" in house.run("client", "list").stdout


def test_a_registration_is_the_persons_own_and_goes_on_on_the_site(house, registered, visits):
    address, visit = "aigerim.ulgieva@example.kz", visits(language="kk")
    visit.go("sign-in")
    visit.fill(address=address)
    visit.send("sign-in", "how", "code")
    visit.at("sign-in/code")
    visit.fill(code=house.code(address))
    visit.send("sign-in/code")
    visit.at("account")
    visit.go("account/history")
    words = visit.page.content()
    assert "bazar" in words and "кепілдік берді" in words
    for page in (registered["receipt"], registered["sign_in"]):
        assert page.startswith(house.site + "/kk/")
    visit.go("account/receipt")
    assert registered["number"] in visit.page.content()


def handed(house, name, email, **names):
    """A link by which somebody goes on for whom a programme has not vouched: its token, and the answer."""
    silent = Programme(house, name, vouch=[])
    body = silent.registration(email, "kk", **names)
    del body["vouched"]
    answer, again = silent.register(body, "link"), silent.register(body, "link")
    assert answer.status == 201 and answer.json == again.json, answer.octets
    assert answer.json["confirmed"] == [] and answer.json["state"] == "draft"
    assert answer.json["continue"].startswith(house.site + "/kk/continue/")
    return answer.json["continue"].rsplit("/", 1)[1], answer.json


def test_whom_nobody_vouched_for_goes_on_by_a_link(house, visits, specimens):
    email = "zhanar.oidan@example.kz"
    token, answer = handed(house, "dukan", email, family_name="Ойдан", given_name="Жанар")
    # Messengers and browsers fetch an address before anybody opens it.
    for language in LANGUAGES:
        looker = visits(language=language)
        for name, path in LINKS.items():
            assert looker.go(path.format(link=token)).status == 200
            check(looker, name)
        assert "dukan" in looker.text and "z•••@e•••.kz" in looker.text and email not in looker.page.content()
    visit, referrers = visits(language="kk"), []
    visit.context.on("request", lambda request: referrers.append(request.headers.get("referer", "")))
    assert visit.page.goto(answer["continue"]).headers["referrer-policy"] == "strict-origin"
    visit.send(f"continue/{token}")
    visit.at("register/contacts")
    assert visit.page.locator('[name="email"]').input_value() == email
    someone, before = somebody(visit, email=email), house.codes_sent(email)
    visit.send("register/contacts")
    visit.at("register/code/email")
    someone.confirm(before)
    someone.upload(specimens / "back.jpg")
    assert someone.send() == answer["number"]
    assert any(referrers) and not any(token in one for one in referrers)
    visit.go("account/history")
    assert "dukan" in visit.text
    # Used up, and looking like one that never was.
    late = visits(language="ru")
    ended = []
    for path in (f"continue/{token}", "continue/" + "0" * 32, "continue/nothing"):
        assert late.go(path).status == 410
        ended.append(late.text)
    check(late, "continue-ended")
    assert len(set(ended)) == 1
    assert token not in house.said()


def test_a_link_is_good_for_the_one_browser_that_sends_its_form_first(house, visits):
    token, _ = handed(house, "sauda", "marat.oidan@example.kz", family_name="Ойдан", given_name="Марат")
    path = f"/ru/continue/{token}"
    # Without the page's own form, and from another site, nothing happens.
    stranger = Caller(house)
    stranger.token = "0" * 64
    assert stranger.form(path)[0] == 403
    elsewhere = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site"}
    stranger.ask("GET", path)
    assert stranger.ask("POST", path, f"form-token={stranger.token}", elsewhere)[0] == 403
    # Somebody who is filling in their own is told that they would leave it, and comes to no other person's by it.
    other = visits(language="ru")
    someone = somebody(other)
    someone.names()
    someone.agree()
    other.go(f"continue/{token}")
    assert "открыта другая регистрация" in other.text
    check(other, "continue-leaving")
    other.go("register/change-name")
    assert other.page.locator('[name="family"]').input_value() == someone.family
    # The first takes it; the second finds nothing, and has what they had.
    first = Caller(house)
    first.ask("GET", path)
    assert first.form(path)[:2] == (303, "/ru/register/contacts")
    assert "marat.oidan@example.kz" in first.ask("GET", "/ru/register/contacts")[2]
    assert stranger.form(path)[0] == 410
    assert stranger.ask("GET", "/ru/register/contacts")[:2] == (303, "/ru/sign-in?ended=1")
    other.go(f"continue/{token}")
    assert "Ссылка больше не действует" in other.text
    other.page.locator('a[href$="/account"]').last.click()
    other.go("register/change-name")
    assert other.page.locator('[name="family"]').input_value() == someone.family
    assert token not in house.said()


def test_the_same_request_answers_the_same_also_after_a_restart(house, shop):
    body = shop.registration("bekzat@example.kz", family_name="Ойдан", given_name="Бекзат")
    first = shop.register(body, "again")
    assert first.status == 201 and first.headers["Location"] == "/api/v1/subjects/" + first.json["id"]
    house.restart()
    second = shop.register(body, "again")
    assert (second.status, second.json) == (201, first.json)
    problem(shop.register(body | {"language": "kk"}, "again"), 422, "idempotency-key-reused")
    problem(shop.register(body, "x", **{"Idempotency-Key": None}), 400, "idempotency-key-missing")


def test_the_same_request_at_once_registers_one_person(house, shop):
    body = shop.registration("dana@example.kz", family_name="Сынақова", given_name="Дана")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(shop.register(body, "at-once"))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = [answer.json["id"] for answer in answers if answer.status == 201]
    assert len(answers) == 12 and len(set(done)) == 1
    for answer in answers:
        if answer.status != 201:
            problem(answer, 409, "in-progress")
    found = shop.ask("POST", "/api/v1/subjects/lookup", {"field": "email", "value": "DANA@example.kz"})
    assert [one["id"] for one in found.json["subjects"]] == [done[0]]


def test_everything_that_is_wrong_with_a_body_is_told_at_once_by_its_place(shop):
    body = shop.registration("zhanar@example.kz", **NAME)
    body["fields"] |= {"family_name": "12", "email": "no address", "declaration": "own"}
    body["consent"]["agreed"] = [{"id": "main", "sha256": "00"}]
    answer = problem(shop.register(body, "wrong"), 422, "invalid")
    places = {flaw["pointer"]: flaw["code"] for flaw in answer["errors"]}
    assert places == {
        "#/fields/family_name": "not_letters", "#/fields/email": "not_an_email", "#/fields/declaration": "not_declared",
        "#/vouched/0": "not_given", "#/consent/agreed/0/sha256": "not_a_digest", "#/consent/agreed": "not_agreed"}
    assert "no address" not in json.dumps(answer, ensure_ascii=False)


@pytest.mark.parametrize("language, words", [
    ("ru", "Ничего не сделано"), ("kk", "Ештеңе жасалмады"), ("en", "Nothing was done")])
def test_a_problem_speaks_the_language_that_was_asked_for(shop, language, words):
    answer = shop.register({"language": "kk"}, "words", **{"Accept-Language": language})
    assert words in problem(answer, 422, "invalid")["detail"]
    assert answer.headers["Content-Language"] == language


def test_another_edition_or_text_is_refused_with_the_one_in_force(shop):
    body = shop.registration("marat@example.kz", **NAME)
    body["consent"]["edition"] += 1
    answer = problem(shop.register(body, "edition"), 409, "other-edition")
    assert answer["edition"] == body["consent"]["edition"] - 1 and len(answer["edition_sha256"]) == 64
    body["consent"]["edition"] -= 1
    body["consent"]["agreed"][0]["sha256"] = "0" * 64
    assert problem(shop.register(body, "edition"), 409, "other-edition")["consent"] == "main"


def test_only_json_of_a_bounded_size_is_taken(shop):
    ask = "/api/v1/subjects/lookup"
    problem(shop.ask("POST", ask, {"field": "email"}, **{"Content-Type": "text/plain"}), 415, "unsupported-media-type")
    problem(shop.ask("POST", ask, b"[1]"), 400, "malformed")
    problem(shop.ask("POST", ask, b'{"field": '), 400, "malformed")
    problem(shop.ask("POST", ask, b" " * 70_000), 413, "too-large")
    unknown = problem(shop.ask("POST", ask, {"field": "email", "value": "a@example.kz", "more": 1}), 422, "invalid")
    assert unknown["errors"][0]["code"] == "unknown"


def test_headers_that_are_missing_or_wrong_are_named(shop, registered):
    path = f"/api/v1/subjects/{registered['id']}?fields=email"
    wrong = [({"Saqta-Purpose": None}, "Saqta-Purpose", "missing"), ({"Saqta-Case": None}, "Saqta-Case", "missing"),
             ({"Saqta-Purpose": "nothing"}, "Saqta-Purpose", "unknown"),
             ({"Saqta-Case": "Aigerim Ulgieva"}, "Saqta-Case", "malformed")]
    for headers, name, code in wrong:
        flaws = problem(shop.ask("GET", path, **headers), 422, "invalid")["errors"]
        assert [(flaw["header"], flaw["code"]) for flaw in flaws] == [(name, code)]
    flaws = problem(shop.ask("GET", path.replace("email", "shoe_size")), 422, "invalid")["errors"]
    assert [(flaw["parameter"], flaw["code"]) for flaw in flaws] == [("fields", "unknown")]


def test_nobody_without_a_key_and_nobody_beyond_it_learns_who_there_is(house, shop, registered):
    narrow = Programme(house, "narrow", purposes=["contact"], fields=["email"], vouch=[])
    nobody = "0" * 32
    for key in (None, "Bearer saqta_" + "0" * 64, "Basic YTpi", f"Bearer {shop.key}0"):
        for identifier in (registered["id"], nobody):
            answer = shop.ask("GET", f"/api/v1/subjects/{identifier}?fields=email", Authorization=key)
            problem(answer, 401, "not-authenticated")
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    answers = [problem(narrow.ask("GET", f"/api/v1/subjects/{one}?fields=telephone"), 403, "not-allowed")
               for one in (registered["id"], nobody)]
    for answer in answers:
        del answer["request"]
    assert answers[0] == answers[1] and answers[0]["clause"] == "2.2.3"
    problem(narrow.ask("GET", f"/api/v1/subjects/{nobody}?fields=email"), 404, "not-found")
    problem(narrow.ask("GET", "/api/v1/subjects/somebody?fields=email"), 404, "not-found")
    problem(narrow.ask("GET", "/api/v1/nothing"), 404, "not-found")


def test_a_programme_that_has_ended_is_let_in_no_more(house, registered):
    brief = Programme(house, "brief", purposes=["contact"], fields=["email"], vouch=[])
    path = f"/api/v1/subjects/{registered['id']}?fields=email"
    assert brief.ask("GET", path).json["fields"] == {"email": "aigerim.ulgieva@example.kz"}
    assert house.run("client", "end", "brief").returncode == 0
    problem(brief.ask("GET", path), 401, "not-authenticated")
    assert house.run("client", "end", "brief").returncode != 0
    again = house.run("client", "add", "brief", "--purpose", "contact", "--field", "email")
    assert again.returncode != 0 and "never used again" in again.stderr


def test_a_page_of_another_site_cannot_use_a_key(shop):
    answer = shop.ask("POST", "/api/v1/subjects/lookup", {"field": "email", "value": "a@example.kz"},
                      **{"Sec-Fetch-Site": "cross-site"})
    problem(answer, 403, "not-allowed")


def test_the_budget_of_a_programme_ends():
    house = House(CLIENT_LOOKUPS_A_MINUTE=3).start()
    try:
        shop = Programme(house)
        answers = [shop.ask("POST", "/api/v1/subjects/lookup", {"field": "email", "value": "a@example.kz"})
                   for _ in range(8)]
        assert [answer.status for answer in answers[:3]] == [200] * 3
        problem(answers[-1], 429, "too-many")
        assert int(answers[-1].headers["Retry-After"]) > 0
    finally:
        house.remove()


def test_the_description_is_of_what_the_server_answers(house):
    with urllib.request.urlopen(house.site + "/api/openapi.json") as answer:
        document = json.loads(answer.read())
    described = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    listed = {re.sub(r"\{\w+\}", "{}", line) for line in house.run("routes").stdout.splitlines() if " /api/" in line}
    listed = {line for line in listed if not line.startswith("HEAD")}
    assert {re.sub(r"\{\w+\}", "{}", one) for one in described} == listed and len(listed) >= 6
    schemas = document["components"]["schemas"]
    for name in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)):
        assert name in schemas
    for kind in schemas["Problem"]["properties"]["type"]["enum"]:
        with urllib.request.urlopen(house.site + kind) as answer:
            assert json.loads(answer.read())["type"] == kind


def test_the_ledger_is_whole_afterwards(house, registered):
    verified = house.run("ledger", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
