"""A small business on the Internet: the site over TLS by itself, behind Caddy and behind nginx with the files that are
shipped. The small journey goes through each of them, and each keeps out what it should."""

import http.client
import socket
import subprocess
import time
import uuid

import pytest

from certificates import Authority
from front import FRONTS, Caddy, OwnTLS, SecureCaller
from house import House, until
from line import Line
from pages import Visit, check
from person import picture_of_a_megabyte, somebody

FORGED = {"X-Forwarded-For": "198.51.100.66", "X-Forwarded-Proto": "http", "X-Real-IP": "198.51.100.66",
          "Forwarded": "for=198.51.100.66;proto=http", "X-Forwarded-Host": "evil.example"}


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module", params=FRONTS, ids=lambda kind: kind.__name__)
def front(request, authority):
    front = request.param(authority).start()
    yield front
    front.remove()


@pytest.fixture
def person_at(chromium):
    """Opens browsers that find the site's name on this machine; whoever shows a false certificate is not visited."""
    made = []

    def make(front, port=None, **options):
        site = f"https://{front.name}:{port or front.port}"
        made.append(Visit(chromium, front.house, site=site, ignore_https_errors=True, **options))
        return made[-1]

    yield make
    for visit in made:
        visit.close()
    assert not [complaint for visit in made for complaint in visit.complaints]


def curl(front, *words):
    """Returns what curl prints; it knows the authority and finds the name on this machine."""
    return subprocess.run(
        ["curl", "--silent", "--show-error", "--cacert", front.authority.file, "--max-time", "20",
         "--resolve", f"{front.name}:{front.port}:127.0.0.1", *map(str, words)],
        check=True, capture_output=True, text=True).stdout


def test_a_person_registers_over_tls(front, person_at, specimens, tmp_path):
    visit = person_at(front, language="kk")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    someone.upload(specimens / "back.jpg")
    assert someone.send()
    visit.go("account")
    assert someone.number in visit.text
    check(visit, f"front-{type(front).__name__}-account")
    cookies = {one["name"]: one for one in visit.context.cookies()}
    assert {"__Host-saqta", "__Host-saqta-visit"} <= set(cookies)
    for cookie in cookies.values():
        assert cookie["secure"] and cookie["httpOnly"] and cookie["domain"] == front.name and cookie["path"] == "/"
    assert all(address.startswith((front.site + "/", "blob:")) for address in visit.addresses), visit.addresses


def test_an_upload_goes_on_after_a_cut(front, person_at, specimens, tmp_path):
    line = Line(front.port)
    try:
        visit = person_at(front, language="ru", port=line.port)
        someone = somebody(visit)
        someone.names()
        someone.agree()
        someone.confirm(someone.give_contacts())
        file = tmp_path / "picture.jpg"
        file.write_bytes(picture_of_a_megabyte(specimens))
        size, offsets = file.stat().st_size, []
        visit.page.on("request", lambda request: request.method == "PATCH" and offsets.append(
            int(request.headers["upload-offset"])))
        unfinished = front.house.data / "documents" / "unfinished"
        stored = lambda: sum(one.stat().st_size for one in unfinished.glob("*"))
        visit.page.evaluate("() => { document.body.dataset.before = 'yes' }")
        begun, line.rate = line.counted, 200_000
        visit.page.locator('[data-upload="identity_document"] input[type=file]').first.set_input_files(file)
        until(lambda: visit.page.wait_for_timeout(100) or stored() > size // 3, seconds=60,
              what=lambda: f"a third of it after {offsets}, {stored()}")
        line.cut()
        visit.page.wait_for_timeout(1_000)
        line.mend()
        line.rate = None
        someone.wait_ready(120)
        assert len(offsets) == 2 and offsets[0] == 0 and offsets[1] > size // 6, offsets
        assert line.counted - begun < size * 1.5, (line.counted - begun, size)
    finally:
        line.close()


def test_http_2_and_http_1_are_spoken_and_old_tls_is_not(front):
    said = "%{http_version} %{http_code} %{ssl_verify_result}"
    assert curl(front, "--http2", "-o", "/dev/null", "-w", said, f"{front.site}/ru/policy") == "2 200 0"
    assert curl(front, "--http1.1", "-o", "/dev/null", "-w", said, f"{front.site}/ru/policy") == "1.1 200 0"
    assert curl(front, "--tls-max", "1.2", "-o", "/dev/null", "-w", said, f"{front.site}/ru/policy").endswith("200 0")
    with pytest.raises(subprocess.CalledProcessError):
        curl(front, "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0", f"{front.site}/ru/policy")


def test_answers_promise_tls_for_a_year_and_for_this_host_only(front):
    status, headers, _ = front.get("/ru")
    assert status == 200
    assert headers.get_all("Strict-Transport-Security") == ["max-age=31536000"]
    assert "upgrade-insecure-requests" in headers["Content-Security-Policy"]
    assert headers["Date"]


def test_plain_http_is_led_to_tls_and_gets_nothing_else(front):
    for path in ("/", "/ru/policy?a=b", "/metrics", "/ready"):
        connection = http.client.HTTPConnection("127.0.0.1", front.plain, timeout=20)
        connection.request("GET", path, headers={"Host": f"{front.name}:{front.plain}"})
        answer = connection.getresponse()
        assert answer.status in (301, 308) and answer.headers["Location"] == front.site + path
        assert "Set-Cookie" not in answer.headers and "Strict-Transport-Security" not in answer.headers
        assert b"<form" not in answer.read()
        connection.close()


def test_no_log_of_a_proxy_holds_an_address_that_opens_something(front):
    for path in ("continue", "office/enrol", "office/reset", "answer"):
        status, headers, _ = front.get(f"/kk/{path}/5ec4e7")
        assert (status, headers["Referrer-Policy"]) == (410, "strict-origin")
    assert front.get("/kk/policy")[1]["Referrer-Policy"] == "same-origin"
    log = front.house.folder / "access.log"
    if getattr(front, "kind", "") == "nginx":
        until(lambda: "/kk/policy" in log.read_text(), what="the log")
    for file in front.house.folder.glob("*.log"):
        assert "5ec4e7" not in file.read_text(errors="replace"), file


def test_another_host_is_led_to_the_right_one(front):
    if not isinstance(front, OwnTLS):
        # A proxy answers for the names in its file; whoever gets past it is stopped behind it.
        connection = http.client.HTTPConnection("127.0.0.1", front.house.port, timeout=20)
    else:
        connection = front.connect()
    proto = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}
    connection.request("GET", "/kk/policy?a=1", headers={"Host": "evil.example"} | proto)
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, front.site + "/kk/policy?a=1")
    answer.read()
    connection.request("POST", "/kk/verify", "x", headers={"Host": "evil.example"} | proto)
    answer = connection.getresponse()
    assert answer.status == 421 and "қабылданбады" in answer.read().decode()
    connection.close()


def test_what_a_visitor_claims_of_the_way_has_no_effect(front):
    status, headers, text = front.get("/ru/contacts", FORGED)
    assert status == 200 and headers["Strict-Transport-Security"] and "evil.example" not in text
    # Nor does it make a stranger one of this machine's own.
    claims = [FORGED, {"X-Forwarded-For": "127.0.0.1"}, {}]
    if not isinstance(front, OwnTLS):
        # Without a proxy, who asks from here under this machine's name is from here.
        claims.append({"Host": "127.0.0.1"})
    for claimed in claims:
        # Caddy answers a name that is not in its file with nothing at all.
        status, _, text = front.get("/metrics", claimed)
        assert status in (301, 404) or not text


def test_life_and_readiness_are_told_through_it(front):
    assert front.get("/health")[0::2] == (200, '{"status":"ok"}\n')
    assert front.get("/ready")[0::2] == (200, '{"status":"ready"}\n')


def test_a_crowd_registers_through_it(front):
    caller = SecureCaller(front)
    numbers = set()
    for _ in range(5):
        caller.cookies, caller.token = {}, None
        caller.begin(uuid.uuid4().hex, "Көпбай")
        numbers.add(caller.account())
    caller.close()
    assert len(numbers) == 5 and None not in numbers


def test_a_house_behind_a_proxy_that_it_does_not_trust_shows_nothing_in_the_clear(authority):
    front = Caddy(authority, TRUSTED_PROXIES="192.0.2.1")
    try:
        front.house.start()
        front.process = None
        connection = http.client.HTTPConnection("127.0.0.1", front.house.port, timeout=20)
        connection.request("GET", "/ru/policy", headers={
            "Host": front.name, "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"})
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (301, front.site + "/ru/policy")
        assert "Strict-Transport-Security" not in answer.headers
        connection.close()
    finally:
        front.remove()


def test_visitors_behind_a_proxy_are_told_apart(authority):
    """One who asks too often waits alone; the proxy itself has as many connections as there are."""
    front = Caddy(authority, FLOOD_PAGES="30", FLOOD_PAGES_A_MINUTE="1", CONNECTIONS_PER_SOURCE="2")
    try:
        front.house.start()

        def ask(visitor):
            connection = http.client.HTTPConnection("127.0.0.1", front.house.port, timeout=20)
            connection.request("GET", "/ledger/key", headers={
                "Host": front.name, "X-Forwarded-For": visitor, "X-Forwarded-Proto": "https"})
            status = connection.getresponse().status
            kept.append(connection)
            return status

        kept = []
        answers = [ask("203.0.113.7") for _ in range(32)]
        assert answers[:30] == [200] * 30 and answers[30:] == [429] * 2, answers
        # What stands before the last stranger is anybody's invention and makes nobody another.
        assert ask("198.51.100.1, 203.0.113.7") == 429
        assert ask("203.0.113.8") == 200
        for connection in kept:
            connection.close()
    finally:
        front.remove()


@pytest.mark.quiet
def test_over_tls_one_source_has_so_many_connections_and_none_hangs_without_keys(authority):
    # Long enough that all four are still there when a busy machine comes to the fifth.
    front = OwnTLS(authority, CONNECTIONS_PER_SOURCE="4", HEAD_SECONDS="8", STALL_SECONDS="8", IDLE_SECONDS="8")
    try:
        front.start()
        silent = []
        # All places are taken by those who say nothing; a further one is closed, and theirs come free.
        def is_full():
            # The places are counted as the server comes to the connections, in no certain order: what is asked may have taken the last.
            silent.append(socket.create_connection(("127.0.0.1", front.port), timeout=20))
            try:
                front.get("/health")
            except OSError:
                return len(silent) >= 4

        assert until(is_full, what="a place that is refused")
        begun = time.monotonic()
        for one in silent:
            assert one.recv(1) == b""
            one.close()
        assert time.monotonic() - begun < 16
        assert until(lambda: front.get("/health")[0] == 200, what="a place")
        # A head that does not get on, and a connection that asks nothing, end over TLS as they do in the clear.
        for said in (b"GET /ru HTTP/1.1\r\nHost: ", b""):
            with socket.create_connection(("127.0.0.1", front.port), timeout=20) as raw:
                with front.authority.context.wrap_socket(raw, server_hostname=front.name) as line:
                    line.sendall(said) if said else None
                    begun, answer = time.monotonic(), b""
                    while octets := line.recv(65_536):
                        answer += octets
            assert 0.5 < time.monotonic() - begun < 16
            assert answer.startswith(b"HTTP/1.1 408 ") == bool(said), answer[:200]
    finally:
        front.remove()


@pytest.mark.parametrize("settings, words", [
    ({"SITE": "https://www.example.kz"}, "SAQTA_TRUSTED_PROXIES"),
    ({"SITE": "https://www.example.kz", "TRUSTED_PROXIES": "proxy.example"}, "proxy.example is neither"),
    ({"SITE": "https://www.example.kz/shop", "TRUSTED_PROXIES": "127.0.0.1"}, "without anything behind it"),
    ({"SITE": "https://www.example.kz", "TLS_CERTIFICATE": "x.pem"}, "go together"),
    ({"SITE": "http://www.example.kz", "TLS_CERTIFICATE": "x.pem", "TLS_KEY": "x.key"}, "begins with https"),
    ({"LOG": "xml"}, "SAQTA_LOG"), ({"DISK_RESERVE": "0"}, "SAQTA_DISK_RESERVE"),
])
def test_settings_that_do_not_go_together_are_refused_at_the_start(settings, words):
    house = House(**settings)
    try:
        answer = house.run("serve")
        assert answer.returncode != 0 and words in answer.stderr, answer
    finally:
        house.remove()


def test_the_site_stands_as_a_sub_domain_beside_another(authority, person_at, specimens):
    """`example.kz` is somebody else's pages; the account is at `account.example.kz`, and nothing of it reaches over."""
    front = Caddy(authority, name="account.example.kz").start()
    try:
        visit = person_at(front, language="ru")
        for path in ("", "policy", "policy/editions", "policy/data", "operator", "contacts", "verify", "register"):
            assert visit.go(path).status == 200, path
            for address in visit.page.eval_on_selector_all("a[href], form[action], link[href], script[src], img[src]", """
                    (all) => all.map((one) => one.href || one.action || one.src)"""):
                assert address.startswith((front.site + "/", "tel:", "mailto:")) or address == front.site, address
        someone = somebody(visit)
        someone.names()
        someone.agree()
        someone.confirm(someone.give_contacts())
        someone.upload(specimens / "back.jpg")
        assert someone.send()
        until(lambda: any(front.site in text for text in front.house.messages(someone.email)),
              what="a letter that leads to the site")
        for cookie in visit.context.cookies():
            # A host cookie has no domain: the site beside it never gets it.
            assert cookie["domain"] == front.name and cookie["name"].startswith("__Host-")
        headers = front.get("/ru/policy")[1]
        assert "includeSubDomains" not in headers["Strict-Transport-Security"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    finally:
        front.remove()
