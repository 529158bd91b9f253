"""The guide "On the Internet in 30 minutes", played by a newcomer on a fresh machine with systemd, to its last command."""

import os
import re
import shutil
import time

import pytest

from clean_root import CleanRoot
from conftest import close
from guide import Guide
from house import until
from internet import Internet
from machine import Machine
from office import Officer
from pages import Visit, check
from person import somebody

# Where whoever types as root is, and the package with them.
HOME = "root"
NAME, MAILBOX, PASSWORD = "www.example.kz", "site@example.kz", "ақ қайың 5512"

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="a machine of its own takes root")


@pytest.fixture(scope="module")
def internet():
    internet = Internet(NAME, f"{MAILBOX}:{PASSWORD}")
    yield internet
    internet.remove()


@pytest.fixture(scope="module")
def machine(package, internet):
    root = CleanRoot()
    # What the guide will install is fetched before: the machine's own network leads nowhere.
    root.copy(package, f"{HOME}/{package.name}")
    root.run("apt-get", "-q", "-y", "install", "--download-only", f"/{HOME}/{package.name}", "caddy")
    internet.connect(root)
    machine = Machine(root, internet.there)
    yield machine.boot()
    # Shown when a test failed.
    print(machine.shell("journalctl --no-pager -o cat -n 60 -u 'saqta*' -u caddy").stdout)
    machine.remove()


@pytest.fixture(scope="module")
def browser(playwright, internet):
    browser = internet.browser(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def guide(machine):
    return Guide("internet.md", machine.shell)


def answers(guide):
    """What the guide's table says to type, line by line."""
    rows = re.findall(r"^\| (?!it asks)[^|]+ \| (.+?) \|$", guide.text, re.M)
    return "".join((re.fullmatch(r"`(.*)`", row) or [None, ""])[1] + "\n" for row in rows)


class Newcomer:
    """Goes through the guide step by step; keeps what the machine needed for each."""

    def __init__(self, guide):
        self.guide, self.times, self.paper = guide, {}, ""

    def step(self, beginning, given=(), ends=0):
        heading = next(one for one in self.guide.blocks if one.startswith(beginning))
        begun, said, typed = time.monotonic(), "", list(given)
        for block in self.guide.blocks[heading]:
            answer = self.guide.shell(block, given=typed.pop(0) if typed else None)
            said += answer.stdout + answer.stderr
            assert answer.returncode == ends, (block, answer.returncode, said[-3000:])
            if "backup init" in block:
                # What is copied onto paper, before the file is destroyed.
                file = self.guide.shell("tail -n 1 recovery-key.txt")
                self.paper = file.stdout
                typed = [self.paper]
        self.guide.done.append(heading)
        self.times[heading] = time.monotonic() - begun
        return said


def dangers(said):
    return [line for line in said.splitlines() if line.startswith("danger: ") and not re.fullmatch(r"danger: \d+.*", line)]


def test_a_newcomer_comes_onto_the_internet_and_back_from_the_loss_of_everything(
        machine, guide, internet, browser, specimens, capsys):
    newcomer = Newcomer(guide)
    assert "Next: saqta init" in newcomer.step("1.")
    assert machine.shell("systemctl is-active saqta.socket saqta").stdout.split() == ["inactive", "inactive"]
    newcomer.step("2.", [PASSWORD + "\n", answers(guide)])
    newcomer.step("3.")
    newcomer.step("4.")
    link = re.search(r"\(once\): (\S+)", newcomer.step("5."))[1]
    officer = Officer(Visit(browser, internet, width=1280), "Басқарушы", "basqarushy@example.kz")
    officer.enrol(link)
    officer.grant_self("reviewer")
    assert "both sets are whole and fit each other" in newcomer.step("6.")
    found = newcomer.step("7.", ends=1)
    assert dangers(found) == [], found
    visit = Visit(browser, internet, language="kk")
    person = somebody(visit)
    number = person.register(specimens / "back.jpg")
    visit.go("account")
    assert number in visit.text and person.visit.page.url.startswith(f"https://{NAME}/")

    machine.do("systemctl start saqta-backup")
    machine.kill()
    for folder in ("data", "keys"):
        shutil.rmtree(machine.root.path / "var/lib/saqta" / folder)
    machine.boot()
    # It does not begin anew on an empty disk: nobody would be known there, and the ledger another.
    until(lambda: machine.shell("systemctl show saqta -P ExecMainStatus").stdout.strip() == "78", what="the refusal")
    assert "put back its backup: saqta restore" in machine.do("journalctl -b -u saqta -o cat")
    # And no visitor starts it again.
    until(lambda: machine.shell("systemctl is-active saqta.socket").stdout.strip() == "inactive", what="the closed door")
    assert not (machine.root.path / "var/lib/saqta/keys").exists()
    said = newcomer.step("When the machine is lost", [newcomer.paper])
    assert re.search(r"^ok, \d+ entries", said, re.M), said
    assert guide.all_done

    visit.context.clear_cookies()
    sent = internet.codes_sent(person.email)
    visit.go("sign-in")
    visit.fill(address=person.email)
    visit.send("sign-in", "how", "code")
    visit.at("sign-in/code")
    visit.fill(code=internet.code(person.email, after=sent))
    visit.send("sign-in/code")
    visit.at("account")
    assert number in visit.text
    check(visit, "internet-account")
    visit.go("account/documents")
    # The keys are back as well: the picture of the scan opens.
    until(lambda: visit.page.eval_on_selector_all("main img", "(all) => all.some((one) => one.naturalWidth > 0)"),
          what="the picture of the scan")
    close(visit, officer.visit)
    # Nothing is wrong but that mail and jobs wait to be released.
    [held] = dangers(machine.shell("saqta doctor").stdout)
    assert "mail, SMS and jobs stand still" in held
    commands = sum(len([line for line in block.splitlines() if line]) for blocks in guide.blocks.values() for block in blocks)
    steps = f"{sum(heading[0].isdigit() for heading in guide.blocks)} steps and {commands} commands"
    assert steps in guide.text, steps
    with capsys.disabled():
        print(f"\n{steps}; the machine needed {sum(newcomer.times.values()):.0f} s:")
        for heading, seconds in newcomer.times.items():
            print(f"  {seconds:6.1f} s  {heading}")


def test_the_timer_makes_a_backup_at_night(machine):
    machine.do("systemctl is-enabled saqta-backup.timer && systemctl is-active saqta-backup.timer")
    shown = machine.do("systemctl show saqta-backup.timer -P NextElapseUSecRealtime")
    assert re.search(r" (02:[345]\d|03:(0\d|1[0-5])):\d\d ", shown), shown
    assert len(list((machine.root.path / "var/backups/saqta").glob("saqta-data-*.age"))) >= 2


def test_a_backup_that_failed_or_found_damage_makes_its_unit_failed(machine):
    folder, away = "/var/backups/saqta", "/var/backups/away"
    file = next(one for one in (machine.root.path / "var/lib/saqta/data/documents").rglob("*")
                if one.is_file() and "unfinished" not in one.parts)
    whole = file.read_bytes()

    def spoil():
        machine.do(f"mv {folder} {away} && touch {folder}")
        return lambda: machine.do(f"rm {folder} && mv {away} {folder}")

    def damage():
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        return lambda: file.write_bytes(whole)

    for harm, status, words in ((spoil, 1, "The last backup failed."), (damage, 2, "The last backup found documents damaged")):
        mend = harm()
        try:
            assert machine.shell("systemctl start saqta-backup").returncode != 0
            assert machine.do("systemctl show saqta-backup -P ExecMainStatus").strip() == str(status)
            assert "saqta-backup.service" in machine.do("systemctl --failed --plain")
            assert words in machine.shell("saqta doctor").stdout
        finally:
            mend()
    machine.do("systemctl start saqta-backup")
    assert "saqta-backup" not in machine.do("systemctl --failed --plain")
    # Where no folder is set there is nothing to do.
    machine.do("sed -i.kept /^SAQTA_BACKUP=/d /etc/saqta/saqta.env && systemctl start saqta-backup")
    assert "SAQTA_BACKUP is not set" in machine.do("journalctl -u saqta-backup -o cat -n 20")
    machine.do("mv /etc/saqta/saqta.env.kept /etc/saqta/saqta.env")


def test_the_service_has_what_its_unit_leaves_it(machine):
    pid = machine.do("systemctl show saqta -P MainPID").strip()
    status = dict(line.split(":\t", 1) for line in machine.do(f"cat /proc/{pid}/status").splitlines() if ":\t" in line)
    assert status["Seccomp"] == "2" and status["NoNewPrivs"] == "1"
    assert int(status["CapBnd"], 16) == int(status["CapEff"], 16) == 1 << 10, status
    assert "0" not in status["Uid"].split() + status["Gid"].split()
    assert machine.do("systemctl show saqta -P Type,ActiveState,NotifyAccess").split()[0] == "notify"
    # The socket is systemd's, and the only one of the machine's that Saqta has.
    assert machine.shell(f"nsenter -t {pid} -m touch /etc/saqta/mine").returncode != 0


def test_requests_wait_while_the_service_is_restarted(machine, internet, browser):
    visit = Visit(browser, internet)
    before = machine.do("systemctl show saqta -P MainPID")
    machine.do("systemctl restart --no-block saqta")
    for _ in range(20):
        assert visit.go("policy").status == 200
    until(lambda: machine.do("systemctl is-active saqta || true").strip() == "active", what="the service")
    assert machine.do("systemctl show saqta -P MainPID") != before
    visit.context.close()


def test_what_is_removed_stops_and_the_data_stay(machine):
    machine.do("apt-get -q -y remove saqta")
    assert machine.do("systemctl list-units --plain --no-legend 'saqta*'") == ""
    assert "/usr/lib/saqta" not in machine.do("cat /proc/[0-9]*/cmdline")
    for name in ("data/saqta.sqlite", "keys/root.key"):
        assert (machine.root.path / "var/lib/saqta" / name).exists()
