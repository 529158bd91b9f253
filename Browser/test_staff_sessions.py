"""Where a member of staff is signed in, and how they end it elsewhere."""

from office import signed_in
from pages import check


def test_staff_see_their_sessions_and_end_the_others(administrator, second_reviewer, visits):
    here, rows = administrator.visit, "tbody tr"
    lost, other = visits(width=1280, language="kk"), visits(language="en")
    signed_in(lost, administrator, administrator.recovery[0])
    signed_in(other, administrator, administrator.recovery[1])
    here.go("office/sessions")
    assert here.page.locator(rows).count() == 3
    check(here, "office-sessions-several")
    # No forms of another's sessions, and none for the own.
    assert here.page.locator(f"{rows} form").count() == 2

    # A name that is none, and one of another's, end nothing.
    second_reviewer.visit.go("office/sessions")
    assert second_reviewer.page.locator(rows).count() == 1
    token = second_reviewer.page.locator('[name="form-token"]').first.get_attribute("value")
    name = here.page.locator(f"{rows} button[name=session]").first.get_attribute("value")
    second_reviewer.visit.context.request.post(
        "/ru/office/sessions", headers={"Sec-Fetch-Site": "same-origin"}, form={"form-token": token, "session": name})
    here.go("office/sessions")
    assert here.page.locator(rows).count() == 3

    # The last used stands first among the others.
    here.page.locator(f"{rows} button[name=session]").first.click()
    here.page.wait_for_url("**/office/sessions?done=sessions")
    assert here.page.locator(rows).count() == 2
    open_still = [visit for visit in (lost, other) if "sign-in" not in (visit.go("office/queue") and visit.page.url)]
    assert len(open_still) == 1
    here.page.locator('form[action$="/office/sessions"] button:not([name])').click()
    here.page.wait_for_url("**/office/sessions?done=sessions")
    assert here.page.locator(rows).count() == 1
    for visit in (lost, other):
        visit.go("office/queue")
        visit.at("office/sign-in")
    second_reviewer.visit.go("office/queue")
    assert second_reviewer.visit.path == "office/queue"
