"""A Debian of its own in a folder, as a machine that has never seen Saqta; needs root, and Debian's packages."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from house import ROOT

ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
# A fresh root, packed, and the packages that were fetched for roots: each test begins with a copy of its own.
CACHE = ROOT / ".build" / "clean-root"
ARCHIVES = CACHE / "archives"
# What every Debian server has beyond the smallest.
SERVER = "ca-certificates,systemd-sysv"
# Lists of packages from yesterday may name versions that are gone.
FRESH_SECONDS = 12 * 3600


class CleanRoot:
    def __init__(self):
        packed = CACHE / "bookworm.tar"
        if not packed.exists() or time.time() - packed.stat().st_mtime > FRESH_SECONDS:
            self.pack(packed)
        self.path = self.folder()
        subprocess.run(["tar", "-x", "--numeric-owner", "-C", self.path, "-f", packed], check=True)

    @staticmethod
    def folder():
        path = pathlib.Path(tempfile.mkdtemp(prefix="saqta-root-"))
        path.chmod(0o755)
        return path

    def pack(self, packed):
        """Makes a fresh root and packs it."""
        ARCHIVES.mkdir(parents=True, exist_ok=True)
        self.path = self.folder()
        try:
            subprocess.run(
                ["debootstrap", "--variant=minbase", f"--include={SERVER}", f"--cache-dir={ARCHIVES}", "bookworm", self.path,
                 self.mirror()], check=True, stdout=subprocess.DEVNULL)
            for name in ("sources.list", "sources.list.d", "apt.conf.d"):
                self.copy(f"/etc/apt/{name}", f"etc/apt/{name}")
            self.copy("/etc/resolv.conf", "etc/resolv.conf")
            # It lives for minutes: nothing is lost when it is not made durable.
            (self.path / "etc/dpkg/dpkg.cfg.d/fast").write_text("force-unsafe-io\n")
            self.run("apt-get", "-q", "update")
            fresh = packed.with_suffix(".new")
            subprocess.run(["tar", "-c", "--numeric-owner", "-C", self.path, "-f", fresh, "."], check=True)
            fresh.rename(packed)
        finally:
            self.remove()

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
        inside = ('mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && '
                  f'mount --bind "{ARCHIVES}" "$0/var/cache/apt/archives" && exec chroot "$0" "$@"')
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
