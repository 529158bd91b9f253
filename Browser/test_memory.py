"""However much is sent, the server holds little of it, and refuses what is over a limit at the limit."""

import os
import socket
import threading
import uuid

import pytest

from house import until
from memory import MIB, Growth
from plain import Caller

pytestmark = pytest.mark.quiet

HUGE = 300 * MIB
BOUNDARY = "saqta-memory"
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
KIND = "address_proof"


def pdf(length):
    """A document of one page with as many octets, nearly all of them in an object that no page shows."""
    drawing = b"0 0 0 rg 20 20 99 99 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawing), drawing)]
    filling = length - 900
    objects.append(b"<</Length %d>>stream\n%b\nendstream" % (filling, os.urandom(filling)))
    octets, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(octets))
        octets += b"%d 0 obj%bendobj\n" % (number, content)
    table = len(octets)
    octets += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    octets += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(octets)


@pytest.fixture(scope="module")
def person(house, specimens):
    """Somebody who has sent a scan already, so that all that is made once is there."""
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Үлкенбаев")
    caller.confirm("ulkenbaev@example.kz")
    caller.upload((specimens / "back.jpg").read_bytes())
    caller.upload(pdf(2 * MIB), kind=KIND, type="application/pdf")
    until(caller.is_read, seconds=60, what="the reading")
    return caller


def send_form(person, octets):
    person.upload(octets, kind=KIND, type="application/pdf")


def send_pieces(person, octets):
    upload, reached = person.announce(len(octets), kind=KIND, type="application/pdf"), 0
    while reached < len(octets):
        status, reached = person.append(upload, octets[:reached + 1 * MIB], offset=reached)
        assert status == 204


def send_whole(person, octets):
    assert person.append(person.announce(len(octets), kind=KIND, type="application/pdf"), octets)[0] == 204


@pytest.mark.parametrize("way", [send_form, send_pieces, send_whole])
def test_a_pdf_of_25_megabytes_takes_less_than_8_mebibytes(house, person, way):
    octets = pdf(25 * 1_000_000)
    with Growth(house) as growth:
        way(person, octets)
        until(person.is_read, seconds=100, what="the reading")
    print(f"{way.__name__}: +{growth.peak:.1f} MiB; the imaging process, apart, {growth.worker:.0f} MiB")
    assert growth.peak < 8
    assert growth.worker > 0


class Flood:
    """One request whose body goes on and on, and what came back."""

    def __init__(self, house, person, method, path, headers, first=b"", length=HUGE):
        self.line = socket.create_connection(("127.0.0.1", house.port))
        # A server that reads no more, once it has answered, need not be waited for.
        self.line.settimeout(5)
        self.is_chunked = length is None
        own = {"Transfer-Encoding": "chunked"} if self.is_chunked else {"Content-Length": str(length)}
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{house.port}"]
        head += [f"{name}: {value}" for name, value in (person.headers() | headers | own).items()]
        self.head, self.first = "\r\n".join(head + ["", ""]).encode(), first
        # How much had been sent when the answer came.
        self.sent, self.at, self.answer = 0, None, b""

    def run(self):
        reading = threading.Thread(target=self.read)
        reading.start()
        noise = os.urandom(65_536)
        try:
            self.line.sendall(self.head)
            self.send(self.first)
            while self.sent < HUGE:
                self.send(noise)
            self.line.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        reading.join(60)
        self.line.close()
        return int(self.answer.split(b" ")[1]) if self.answer else None

    def send(self, octets):
        if octets:
            self.line.sendall(b"%x\r\n%b\r\n" % (len(octets), octets) if self.is_chunked else octets)
            self.sent += len(octets)

    def read(self):
        try:
            while octets := self.line.recv(65_536):
                self.at = self.sent if self.at is None else self.at
                self.answer += octets
        except OSError:
            pass


def part(person):
    token = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{person.token}\r\n'
    file = (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file-{KIND}"; filename="scan"\r\n'
            "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n")
    return (token + file).encode()


def patch(house, person, length):
    upload = person.announce(20 * MIB, kind=KIND, type="application/pdf")
    return Flood(house, person, "PATCH", f"/ru/register/uploads/{upload}",
                 {"Form-Token": person.token, "Upload-Offset": "0"}, b"%PDF-1.4\n", length)


def multipart(house, person, length):
    return Flood(house, person, "POST", f"/ru/register/documents/{KIND}", MULTIPART, part(person), length)


def field(house, person, length):
    first = part(person).split(person.token.encode())[0]
    return Flood(house, person, "POST", f"/ru/register/documents/{KIND}", MULTIPART, first, length)


def form(house, person, length):
    return Flood(house, person, "POST", "/ru/register/name", FORM, b"form-token=", length)


def announcement(house, person, length):
    headers = {"Content-Type": "application/json", "Form-Token": person.token}
    return Flood(house, person, "POST", "/ru/register/uploads", headers, b"{", length)


def receipt(house, person, length):
    return Flood(house, person, "POST", "/ru/verify", MULTIPART, part(person), length)


# The request, the octets that it may carry, and the statuses that refuse more.
REQUESTS = [
    (patch, 20 * MIB, {422}), (multipart, 25 * MIB, {422}), (field, 4_096, {422}), (form, 65_536, {413}),
    (announcement, 4_096, {413}), (receipt, 1 * MIB, {413})]


@pytest.mark.parametrize("length", [HUGE, None], ids=["with its length", "in chunks without a length"])
@pytest.mark.parametrize("request_of, limit, refused", REQUESTS, ids=lambda value: getattr(value, "__name__", ""))
def test_300_mebibytes_are_refused_at_the_limit(house, person, request_of, limit, refused, length):
    with Growth(house) as growth:
        flood = request_of(house, person, length)
        assert flood.run() in refused
    print(f"{request_of.__name__}: refused at {flood.at / MIB:.1f} MiB, +{growth.peak:.1f} MiB")
    # Beside what the server has read, the sockets of both sides hold some; a client that is not scheduled hears it late.
    assert flood.at < max(limit + 40 * MIB, 200 * MIB)
    assert growth.peak < 6
    assert person.names() == "Үлкенбаев"


@pytest.mark.parametrize("length", [1_000, 20 * MIB], ids=["1,000", "20 MiB"])
@pytest.mark.parametrize("request_of", [patch, multipart, form], ids=lambda value: value.__name__)
def test_more_octets_than_the_length_says_are_nobodys(house, person, request_of, length):
    with Growth(house) as growth:
        flood = request_of(house, person, length)
        status = flood.run()
    print(f"{request_of.__name__}: {status}, +{growth.peak:.1f} MiB")
    # What is announced may be taken; what follows is no request.
    assert b"HTTP/1.1 400" in flood.answer or flood.sent < HUGE
    assert growth.peak < 6
    assert person.names() == "Үлкенбаев"


def test_an_upload_of_300_mebibytes_is_refused_when_it_is_announced(person):
    answer = person.ask(
        "POST", "/ru/register/uploads", f'{{"kind": "{KIND}", "length": {HUGE}, "type": "application/pdf"}}',
        {"Content-Type": "application/json", "Form-Token": person.token})
    assert answer[0] == 413 and "25" in answer[2]
