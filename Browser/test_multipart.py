"""A form with a file is read as it was sent, wherever the network cuts it."""

import random
import uuid

import pytest

from house import until
from plain import Caller
from stores import query

BOUNDARY = "saqta-cut"


def with_comment(jpeg, text):
    """The same picture with a comment segment (ISO/IEC 10918-1, B.2.4.5)."""
    return jpeg[:2] + b"\xff\xfe" + (len(text) + 2).to_bytes(2, "big") + text + jpeg[2:]


def pieces(octets, longest):
    dice, at = random.Random(7731), 0
    while at < len(octets):
        end = at + dice.randint(1, longest)
        yield octets[at:end]
        at = end


@pytest.mark.parametrize("longest", [1, 7, 100_000])
def test_a_file_that_looks_like_the_end_of_the_form_is_whole(house, specimens, longest):
    likeness = b"\r\n--saqta-cu\r\r\n--\r\n--saqta-\r\n\r\n--\n--saqta-cut\r\n-"
    octets = with_comment((specimens / "front.jpg").read_bytes(), likeness)
    caller = Caller(house)
    caller.begin(uuid.uuid4().hex, "Бөлікбаев")
    head = (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{caller.token}\r\n'
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file-address_proof"; filename="scan"\r\n'
            "Content-Type: image/jpeg\r\n\r\n")
    body = head.encode() + octets + f"\r\n--{BOUNDARY}--\r\n".encode()
    status, place, _ = caller.ask(
        "POST", "/ru/register/documents/address_proof", pieces(body, longest),
        {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
    assert status == 303
    until(caller.is_read, seconds=60, what="the reading")
    found = query(
        house, "SELECT length, document.state FROM document JOIN session USING (subject_id) WHERE session.digest = ?",
        caller.session)
    assert found == [(len(octets), "ready")]
    caller.close()
