"""The machine with the PostgreSQL that leads dies or hangs under load: nothing acknowledged is lost, and work goes on.

Three machines with PostgreSQL, Patroni and etcd each, as processes on loopback, and a Saqta server whose rows and keys
lie there. People register all the time. All that runs on the leading machine ends by SIGKILL and is started again; the
next time it is stopped by SIGSTOP, and reset once another leads, as its watchdog would. Everything is counted. Each through HAProxy, and with
the addresses of all three.
"""

import os
import pathlib
import signal
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Browser"), str(ROOT / "scripts")]
os.environ.setdefault("SAQTA_BINARY", str(next(
    (built for kind in ("release", "debug") if (built := ROOT / ".build" / kind / "saqta").exists()), "saqta")))

from drill_crowd import Crowd  # noqa: E402
from house import BINARY, House, until  # noqa: E402
from patroni import PARAMETERS, RULES, Trio, commits  # noqa: E402
from postgres import Databases  # noqa: E402
from stores import query, sound  # noqa: E402

GATEWAY, NAMES = "HAProxy", "an address with all three"
DIES, HANGS = "dies", "hangs"


def say(words):
    print(words, flush=True)


def cluster(trio, way):
    return trio.through_gateway if way == GATEWAY else trio.through_names


def holds(machine, base):
    with machine.direct.open() as admin:
        admin.execute("SELECT count(*) FROM pg_database WHERE datname = %s", (base,))
        return admin.fetchone()[0] == 1


def house_on(trio, way):
    """A server on databases of its own, which it finds by one of the ways."""
    databases = Databases(cluster(trio, way))
    if way == GATEWAY:
        return House(databases=databases)
    # libpq gives up at a standby that does not know the database yet.
    for base in databases.names.values():
        until(lambda: all(holds(machine, base) for machine in trio.machines), what=f"the database {base} everywhere")
    hosts = ",".join(f"127.0.0.1:{one.port}" for one in trio.machines)
    return House(databases=databases, **{
        setting: f"postgres://{base}@{hosts}/{base}?target_session_attrs=read-write"
        for setting, base in (("DATABASE", databases.names["saqta"]), ("KEY_DATABASE", databases.names["keys"]))})


def lose_leader(trio, way, fate, crowd):
    """The machine that leads dies or hangs, the service comes back, then the machine. Returns when it began, and which."""
    lost = trio.leader()
    begun = time.monotonic()

    def tell(words):
        say(f"  {time.monotonic() - begun:5.1f} s  {words}")

    lost.kill() if fate == DIES else lost.hang()
    tell(f"machine {lost.name}, which led, {fate}")
    leader = until(trio.leader, seconds=120, what="a new leader")
    led = time.monotonic()
    tell(f"machine {leader.name} leads")
    until(lambda: commits(cluster(trio, way)), seconds=120, what="a commit in PostgreSQL")
    tell("PostgreSQL commits")
    until(lambda: crowd.since(led) >= 50, seconds=180, what="the service")
    tell("50 more have registered")
    if fate == HANGS:
        # What Patroni's watchdog is for: one that wakes with an old lock may write it over the new one (Patroni 3.0.2).
        lost.kill()
    lost.start(trio.machines)
    until(lambda: lost.is_("replica") and trio.is_whole(), seconds=180, pause=0.5, what=f"machine {lost.name}")
    tell(f"machine {lost.name} is back, and follows again")
    return begun, lost


def check(house, crowd, returned):
    """Whatever was acknowledged is there, once, and opens; the ledger is sound; the machine that came back has it all."""
    count = query(house, "SELECT count(*) FROM registration")[0][0]
    missing = crowd.missing()
    say(f"  acknowledged {len(crowd.known)}, stored {count}, of those acknowledged {len(missing)} do not open")
    # Each name is one person's: all of them open and nobody is left over, so none is lost and none doubled.
    assert not missing and count == len(crowd.known), missing

    def copied():
        with returned.direct.open(house.databases.names["saqta"]) as cursor:
            cursor.execute("SELECT pg_is_in_recovery(), count(*) FROM registration")
            return cursor.fetchone() == (True, count)

    until(copied, what=f"all rows on machine {returned.name}")
    sound(house)
    say("  saqta ledger verify: " + house.run("ledger", "verify").stdout.splitlines()[0])
    found = house.run("doctor").stdout
    assert "lie on one PostgreSQL server" in found, found
    assert "has a standby and does not wait for it" not in found, found
    say("  saqta doctor: commits wait for a standby")
    assert "signs nothing" not in house.said(), house.said()


def drill(trio, way, fate):
    say(f"By way of {way}: the machine that leads {fate}")
    house = house_on(trio, way)
    try:
        house.start()
        with Crowd(house) as crowd:
            until(lambda: len(crowd.known) >= 100, seconds=120, what="a hundred registrations")
            begun, returned = lose_leader(trio, way, fate, crowd)
        gap, ended = crowd.silence(begun)
        say(f"  gap: {gap:.1f} s without an acknowledged registration, until {ended - begun:.1f} s after it; "
            f"{crowd.repeats} attempts were made again")
        check(house, crowd, returned)
        return gap
    except BaseException:
        say(house.said()[-3000:])
        raise
    finally:
        house.remove()


def main():
    # So that what was started is ended.
    for sign in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, lambda sign, _: sys.exit(f"ended by signal {sign}"))
    rules = ", ".join(f"{name} {rule}" for name, rule in (RULES | PARAMETERS).items())
    say(f"{pathlib.Path(BINARY).parent.name} build; {rules}")
    trio = Trio()
    try:
        trio.start()
        fates = [fate] if (fate := os.environ.get("SAQTA_DRILL")) else [DIES, HANGS]
        gaps = {(fate, way): drill(trio, way, fate) for fate in fates for way in (GATEWAY, NAMES)}
    except BaseException:
        say(trio.last_words())
        raise
    finally:
        trio.remove()
    say("Nothing was lost. Gaps: "
        + ", ".join(f"{gap:.1f} s by way of {way} ({fate})" for (fate, way), gap in gaps.items()))


if __name__ == "__main__":
    main()
