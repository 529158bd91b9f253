"""A house to plant markers in, and people whose every word is one."""

from house import House
from office import Officer
from pages import Visit
from person import somebody


def talkative():
    """A server that tells each request in its log, as an operator may wish."""
    house = House(ACCESS_LOG="true").start()
    yield house
    house.remove()


def marked_officer(chromium, house, plant, mark, *roles):
    """The first administrator, who reviews too and has more roles if wished. `mark` is a number that nobody else has."""
    officer = Officer(
        Visit(chromium, house, width=1280, user_agent=plant(f"MarkerAgent{mark}/1.0")), "Маркерқызмет",
        f"markerqyzmet{mark}@example.kz", "Маркерқызметаты")
    officer.enrol(house.enrolment)
    for role in ("reviewer", *roles):
        officer.grant_self(role)
    plant.officer(officer)
    return officer


def marked_person(chromium, house, plant, mark, **values):
    """Somebody who has not registered yet; `values` as of ``person.somebody``."""
    someone = somebody(
        Visit(chromium, house, language="kk", user_agent=plant(f"MarkerAgent{mark}/2.0")),
        **{"family": "Маркерұлы", "given": "Маркераты", "patronymic": "Маркерәке",
           "email": f"markerposhta{mark}@example.kz"} | values)
    for text in filter(None, (someone.family, someone.given, someone.patronymic, someone.email)):
        plant(text)
    return someone


def plainly(visit, path, specimens, name):
    """Sends a picture of this name with the form of the page that leads to `path`, as without scripts."""
    form = visit.page.locator(f'form[action*="/{path}"][enctype="multipart/form-data"]').first
    picture = {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": (specimens / "back.jpg").read_bytes()}
    token = form.locator('[name="form-token"]').input_value()
    answer = visit.page.request.post(form.get_attribute("action"), multipart={"form-token": token, "file": picture})
    assert answer.status == 200, answer.text()
    visit.posted.add(path)
