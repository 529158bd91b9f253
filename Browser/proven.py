"""Files that verify without the server: taken away, checked on the page and by the command."""

from pages import check


def take(visit, ending, path):
    """Downloads the file behind a link of the page."""
    with visit.page.expect_download() as download:
        visit.page.locator(f'a[href$="{ending}"]').first.click()
    download.value.save_as(path)
    return path


def hand_in(house, visit, path, panel, said, code):
    """Anybody checks it on the page, which shows a panel of this kind, and with the command."""
    visit.go("verify")
    visit.page.locator('[name="receipt"]').set_input_files(path)
    visit.send("/verify")
    visit.page.locator(f"main .panel.{panel}").first.wait_for()
    check(visit, f"verify-{panel}")
    answer = house.run("receipt", "verify", path, "--key", house.ledger_key)
    assert answer.returncode == code and said in answer.stdout, answer
