"""A Debian of its own in a folder, as a machine that has never seen Saqta; needs root, and Debian's packages."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}


class CleanRoot:
    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="saqta-root-"))
        self.path.chmod(0o755)
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", self.path, self.mirror()],
            check=True, stdout=subprocess.DEVNULL)
        for name in ("sources.list", "sources.list.d", "apt.conf.d"):
            self.copy(f"/etc/apt/{name}", f"etc/apt/{name}")
        self.copy("/etc/resolv.conf", "etc/resolv.conf")
        self.run("apt-get", "-q", "update")

    @staticmethod
    def mirror():
        """Where this machine takes Debian's packages from."""
        lines = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)|$(RELEASE)|$(COMPONENT)"], check=True, capture_output=True,
            text=True).stdout.splitlines()
        return next(line.split("|")[0] for line in lines if re.search(r"\|bookworm\|main$", line))

    def copy(self, source, place):
        source, target = pathlib.Path(source), self.path / place
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            # A link, as of resolv.conf, is followed.
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)

    def command(self, *words):
        inside = 'mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"'
        return ["unshare", "--mount", "--propagation", "private", "sh", "-c", inside, str(self.path), *map(str, words)]

    def run(self, *words, check=True, **more):
        """Runs a command in it, to its end."""
        run = subprocess.run(
            self.command(*words), env=ENVIRONMENT, capture_output=True, text=True, timeout=900, **more)
        assert not check or run.returncode == 0, (words, run.stdout[-2000:], run.stderr[-2000:])
        return run

    def start(self, *words, log):
        """Begins a command in it."""
        return subprocess.Popen(
            self.command(*words), env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    def remove(self):
        assert str(self.path).startswith(tempfile.gettempdir()) and not os.path.ismount(self.path / "proc")
        shutil.rmtree(self.path, ignore_errors=True)
