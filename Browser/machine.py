"""A machine with systemd as its first process: a clean root in namespaces of its own, on a network of its own."""

import os
import pathlib
import signal
import subprocess

from clean_root import ARCHIVES, ENVIRONMENT, CleanRoot
from house import until

# $0 the root, $1 the place of its control groups, $2 the packages that were fetched before. Becomes systemd.
BOOT = r"""
set -e
mkdir -p "$1"
echo $$ >"$1/cgroup.procs"
exec unshare --mount --propagation private --pid --fork --kill-child --cgroup --uts --ipc sh -ec '
    mount --bind "$0" "$0"
    cd "$0"
    mount -t proc -o nosuid,nodev,noexec proc proc
    mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
    mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
    mount -t tmpfs -o mode=755,nosuid tmpfs dev
    for node in "null 3" "zero 5" "full 7" "random 8" "urandom 9" "console 3"; do
        mknod -m 666 dev/${node% *} c 1 ${node#* }
    done
    mknod -m 666 dev/tty c 5 0
    mkdir dev/pts dev/shm
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
    ln -s pts/ptmx dev/ptmx
    ln -s /proc/self/fd dev/fd
    mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs dev/shm
    mount -t tmpfs -o mode=755,nosuid,nodev tmpfs run
    mount --bind "$1" var/cache/apt/archives
    hostname www
    pivot_root . .
    umount -l .
    exec chroot . env -i container=saqta-test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd
' "$0" "$2"
"""


def control_groups():
    """Where this machine's second version of control groups is mounted."""
    for line in pathlib.Path("/proc/mounts").read_text().splitlines():
        _, place, kind, *_ = line.split()
        if kind == "cgroup2":
            return pathlib.Path(place)
    raise AssertionError("no control groups of version 2")


class Network:
    """A network of its own, held by a process that does nothing."""

    def __init__(self):
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        own = os.readlink("/proc/self/ns/net")
        until(lambda: os.readlink(f"/proc/{self.holder.pid}/ns/net") != own, what="a network")
        self.run("ip", "link", "set", "lo", "up")

    def command(self, *words):
        return ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", *map(str, words)]

    def run(self, *words):
        subprocess.run(self.command(*words), check=True)

    def join(self, other, own_address, other_address):
        """Lays a line between both."""
        self.run("ip", "link", "add", "line", "type", "veth", "peer", "name", "line", "netns", other.holder.pid)
        for network, address in ((self, own_address), (other, other_address)):
            network.run("ip", "address", "add", f"{address}/24", "dev", "line")
            network.run("ip", "link", "set", "line", "up")

    def remove(self):
        self.holder.kill()
        self.holder.wait()


class Machine:
    def __init__(self, root: CleanRoot, network: Network):
        self.root, self.network, self.process = root, network, None
        self.group = control_groups() / f"saqta-test-{os.getpid()}"
        subprocess.run(["systemd-machine-id-setup", f"--root={root.path}"], check=True, capture_output=True)
        # Nobody sits at its console.
        (root.path / "etc/systemd/system/console-getty.service").symlink_to("/dev/null")

    def boot(self):
        with open(self.root.path / "var/log/boot", "ab") as log:
            self.process = subprocess.Popen(
                self.network.command("sh", "-c", BOOT, self.root.path, self.group, ARCHIVES), env=ENVIRONMENT,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

        def leader():
            assert self.process.poll() is None, (self.root.path / "var/log/boot").read_text()[-2000:]
            children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
            return children and pathlib.Path(f"/proc/{children[0]}/comm").read_text() == "systemd\n" and int(children[0])

        self.leader = until(leader, what="systemd")
        until(lambda: self.shell("systemctl is-system-running").stdout.strip() in ("running", "degraded"), seconds=90,
              what=lambda: f"the end of the start: {self.shell('systemctl list-jobs')}")
        return self

    def shell(self, commands, given=None, **environment):
        """What the administrator types at the machine."""
        return subprocess.run(
            ["nsenter", f"--target={self.leader}", "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root",
             "bash", "-euo", "pipefail", "-c", f"cd\n{commands}"],
            env=ENVIRONMENT | {"HOME": "/root"} | environment, input=given, stdin=None if given else subprocess.DEVNULL,
            capture_output=True, text=True, timeout=300)

    def do(self, commands, **more):
        """The same, which must go well. Returns what was printed."""
        answer = self.shell(commands, **more)
        assert answer.returncode == 0, (commands, answer.stdout[-3000:], answer.stderr[-3000:])
        return answer.stdout

    def kill(self):
        """Pulls the plug: every process of it ends at once, unasked."""
        os.kill(self.leader, signal.SIGKILL)
        self.process.wait(30)

    def remove(self):
        if self.process and self.process.poll() is None:
            self.kill()
        for folder, _, _ in os.walk(self.group, topdown=False):
            os.rmdir(folder)
        self.root.remove()
