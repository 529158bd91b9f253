"""Reading the answer to somebody without an account: at a link that works once, by a code."""

import re

from house import until
from stores import travel


def answer_link(house, address):
    """Where it is read, without the language, once the message with the link has come."""
    def found():
        return next(
            (one[0] for text in house.messages(address) if (one := re.search(r"answer/[0-9a-f]{20}", text))), None)
    return until(found, what="the link to the answer")


def ask_code(visit, path, address):
    """Asks for the code on the page of the link and fills it in; a minute has passed since an earlier one."""
    travel(visit.house, "UPDATE code SET created_at = 1 WHERE reason = 'confirm'")
    # A link may hold six digits in a row.
    before = visit.house.codes_sent(address)
    visit.send(path)
    visit.page.locator('[name="code"]').wait_for()
    visit.fill(code=visit.house.code(address, after=before))
