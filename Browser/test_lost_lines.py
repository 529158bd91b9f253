"""What a line that is cut, a session that ends and a file that is none do to what was entered: nothing."""

import hashlib

import pytest
from PIL import Image, ImageOps

from house import until
from line import Line
from pages import LANGUAGES, check
from person import picture_of_a_megabyte, somebody
from stores import query

# 100 kbit a second, in octets.
LINE = 12_500


@pytest.fixture
def line(house):
    line = Line(house.port)
    yield line
    line.close()


def test_an_upload_goes_on_after_two_cuts_and_the_draft_elsewhere(house, visits, line, specimens, tmp_path):
    visit = visits(language="ru", site=line.site)
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    file = tmp_path / "megabyte.jpg"
    file.write_bytes(picture_of_a_megabyte(specimens))
    size, offsets = file.stat().st_size, []
    visit.page.on("request", lambda request: request.method == "PATCH" and offsets.append(
        int(request.headers["upload-offset"])))
    stored = lambda: sum(one.stat().st_size for one in (house.data / "documents" / "unfinished").glob("*"))

    visit.page.evaluate("() => { document.body.dataset.before = 'yes' }")
    begun, line.rate = line.counted, LINE
    visit.page.locator('[data-upload="identity_document"] input[type=file]:not([capture])').first.set_input_files(file)
    for part in (size // 4, size * 6 // 10):
        until(lambda: visit.page.wait_for_timeout(100) or stored() > part, seconds=120,
              what=lambda: f"{part} octets after {offsets}, {stored()}")
        line.cut()
        # The page notices, says so, and tries again and again.
        visit.page.locator("[data-said]", has_text="Связь прервалась").wait_for()
        check(visit, "register-documents-cut")
        line.mend()
    someone.wait_ready(150)
    line.rate = None
    assert len(offsets) == 3 and offsets[0] == 0, offsets
    assert size // 8 < offsets[1] < offsets[2] < size and offsets[2] > size // 2, offsets
    # What went up is the file, what was on its way at the two cuts, and some questions; not the file again.
    assert line.counted - begun < size * 1.35, (line.counted - begun, size)
    check(visit, "register-documents-after-cuts")
    goes_on_in_another_browser(house, visits, someone)


def goes_on_in_another_browser(house, visits, someone):
    other = visits(language="en")
    other.go("sign-in")
    check(other, "sign-in")
    sent = house.codes_sent(someone.email)
    other.fill(address=someone.email)
    other.send("sign-in", "how", "code")
    other.at("sign-in/code")
    check(other, "sign-in-code")
    other.fill(code=house.code(someone.email, after=sent))
    other.send("sign-in/code")
    other.at("account")
    check(other, "account-draft")
    someone.visit = other
    assert someone.send()


def test_one_bad_file_among_good_ones_is_told_and_put_away(house, visits, specimens):
    visit = visits(language="en")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    visit.page.evaluate("() => { document.body.dataset.before = 'yes' }")
    visit.page.locator("[data-upload] input[type=file]:not([capture])").first.set_input_files(
        [specimens / "nothing.jpg", specimens / "back.jpg"])
    wrong = visit.page.locator(".sending", has_text="nothing.jpg")
    wrong.locator("[data-said].error").wait_for()
    visit.page.locator(".sending [data-said]", has_text="Sent").wait_for()
    check(visit, "register-documents-refused")
    wrong.locator("[data-stop]").click()
    someone.wait_ready()
    assert visit.page.locator(".received").count() == 1


# Keeps the width and height of the picture that a page sends, whatever number of pieces it goes in.
LISTEN = """() => {
    const real = window.fetch, pieces = [];
    window.fetch = async (path, options) => {
        if (options.method === 'PATCH') {
            pieces.push(options.body);
            const picture = await createImageBitmap(new Blob(pieces)).catch(() => null);
            if (picture) console.log(`picture ${picture.width} ${picture.height}`);
        }
        return real(path, options);
    };
    document.body.dataset.before = 'yes';
}"""


def sent_picture(visit, file, form):
    """The width and height of what the browser makes of a picture and sends."""
    visit.page.evaluate(LISTEN)
    # Told as a message, which is not lost when the page goes on to the next.
    with visit.page.expect_console_message(lambda message: message.text.startswith("picture ")) as told:
        form.locator("input[type=file]:not([capture])").first.set_input_files(file)
    return [int(side) for side in told.value.text.split()[1:]]


def test_a_picture_is_made_smaller_before_it_is_sent_and_one_file_is_replaced(house, visits, specimens, tmp_path):
    visit = visits(language="kk")
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    # Upright, as its metadata say.
    photo = ImageOps.exif_transpose(Image.open(specimens / "photo.jpg"))
    assert max(photo.size) > 2_500
    picture = sent_picture(visit, specimens / "photo.jpg", visit.page.locator('[data-upload="identity_document"]').first)
    assert max(picture) == 2_500 and abs(picture[0] / picture[1] - photo.width / photo.height) < 0.01
    someone.wait_ready()
    first = query(house, """SELECT hex(id) FROM document WHERE state = 'ready' AND subject_id =
        (SELECT subject_id FROM session WHERE digest = ?)""", digest(visit))

    # As small in octets as no other writing of it, and still too large in pixels: it takes the place of the first.
    coarse = tmp_path / "coarse.jpg"
    photo.convert("RGB").resize((4_140, 3_390)).save(coarse, "JPEG", quality=3)
    visit.page.locator(".received summary").first.click()
    replacing = visit.page.locator(".received [data-upload]").first
    assert max(sent_picture(visit, coarse, replacing)) == 2_500
    someone.wait_ready()
    assert visit.page.locator(".received").count() == 1
    states = dict(query(house, """SELECT hex(id), state FROM document WHERE subject_id =
        (SELECT subject_id FROM session WHERE digest = ?)""", digest(visit)))
    assert states.pop(first[0][0]) in ("replaced", "destroyed") and list(states.values()) == ["ready"], states


def digest(visit):
    """Under which the server keeps the session of a browser."""
    token = next(one["value"] for one in visit.context.cookies() if one["name"] == "__Host-saqta")
    return hashlib.sha256(bytes.fromhex(token)).digest()


def lose_session(visit):
    """The session's cookie goes, as at its end. Returns it, for another tab in which the person signs in."""
    session = [one for one in visit.context.cookies() if one["name"] == "__Host-saqta"]
    visit.context.clear_cookies(name="__Host-saqta")
    assert session
    return session


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_entered_outlives_a_session(house, visits, specimens, language):
    visit = visits(language=language)
    someone = somebody(visit)
    someone.names()
    someone.agree()
    someone.confirm(someone.give_contacts())
    visit.go("register/change-name")
    visit.fill(family="Жаңатегі")
    session = lose_session(visit)
    visit.send("register/change-name")
    entrance = visit.page.locator('main a[target="_blank"]')
    entrance.wait_for()
    check(visit, "session-ended")
    visit.context.add_cookies(session)
    visit.send("register/change-name")
    visit.page.locator('[name="consent"]').wait_for()
    assert "Жаңатегі" in visit.text
    # A file on its way waits for its person too.
    visit.go("register/documents")
    session = lose_session(visit)
    visit.page.evaluate("() => { document.body.dataset.before = 'yes' }")
    visit.page.locator("[data-upload] input[type=file]:not([capture])").first.set_input_files(specimens / "back.jpg")
    visit.page.locator("[data-entrance]:visible").wait_for()
    visit.context.add_cookies(session)
    visit.page.locator("[data-retry]").click()
    someone.wait_ready()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_entered_outlives_the_cookie_of_its_form(visits, language):
    visit = visits(language=language)
    visit.go("register/name")
    visit.fill(family="Үлгібай", given="Ғани")
    visit.context.clear_cookies()
    visit.send("register/name")
    visit.page.locator('main form [name="family"][value="Үлгібай"]').wait_for(state="attached")
    check(visit, "form-too-old")
    visit.send("register/name")
    visit.page.locator('[name="declaration"]').wait_for()
    assert "Үлгібай Ғани" in visit.text


def test_without_a_line_nothing_entered_is_lost(visits):
    visit = visits(language="kk")
    visit.go("register/name")
    visit.fill(family="Үлгібай")
    visit.context.set_offline(True)
    visit.send("register/name")
    visit.page.locator(".offline:not(:empty)").wait_for()
    check(visit, "offline")
    assert visit.page.locator('[name="family"]').input_value() == "Үлгібай"
    visit.context.set_offline(False)
    visit.page.locator(".offline:empty").wait_for(state="attached")
    visit.send("register/name")
    visit.page.locator('[name="declaration"]').wait_for()
