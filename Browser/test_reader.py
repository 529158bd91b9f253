"""The process that reads documents cannot be jailed: documents wait, and the operator is told, not the person blamed."""

import os
import pathlib
import uuid

import pytest

from house import BINARY, House, until
from plain import Caller
from stores import query
from test_sight import figures

READER = pathlib.Path(BINARY).parent / "saqta-imaging"


@pytest.fixture
def reader(tmp_path):
    """A programme that starts the reader where the system refuses it a part of its jail."""
    script = tmp_path / "reader"
    script.write_text(
        "#!/bin/sh\nulimit -n 32\n"
        f"[ $(/usr/bin/id -u) -ne 0 ] || exec /usr/bin/setpriv --bounding-set=-sys_resource {READER} \"$@\"\n"
        f"exec {READER} \"$@\"\n")
    script.chmod(0o755)
    return script


def test_documents_wait_for_a_reader_that_cannot_be_jailed(reader, specimens):
    house = House(IMAGING=reader).start()
    try:
        caller = Caller(house)
        caller.begin(uuid.uuid4().hex, "Күтуші")
        caller.confirm("kutushi@example.kz")
        caller.upload((specimens / "back.jpg").read_bytes())
        until(lambda: "Documents cannot be read" in house.said(), what="the log")
        assert figures(house)["saqta_documents_reader_unavailable"] == 1
        assert query(house, "SELECT state, attempts FROM document") == [("received", 0)]
        found = house.run("doctor", "--language", "en").stdout
        assert "The process that reads documents cannot be jailed on this machine." in found
        _, _, page = caller.ask("GET", "/en/register/documents")
        assert not caller.is_read() and "cannot be read" not in page
        # Nothing was lost: what waits is read as soon as the reader can be jailed.
        whole = reader.with_name("whole")
        whole.symlink_to(READER)
        os.replace(whole, reader)
        until(caller.is_read, seconds=90, what="the reading")
        assert figures(house)["saqta_documents_reader_unavailable"] == 0
        assert house.said().count("Documents cannot be read") == 1 and "Documents are read again" in house.said()
    finally:
        house.remove()
