"""A small disk for the data of a server, which somebody else fills."""

import os
import subprocess

import pytest


class SmallDisk:
    def __init__(self, folder, megabytes):
        if os.geteuid() != 0:
            # Without a disk of its own there is nothing to see; where all must be tested that is a failure.
            (pytest.fail if os.environ.get("CI") else pytest.skip)("mounting a disk is for root")
        self.folder = folder
        folder.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "none", folder], check=True)

    @property
    def free(self):
        about = os.statvfs(self.folder)
        return about.f_bavail * about.f_frsize

    def fill(self, leaving):
        """Another programme writes until so many octets are left."""
        with open(self.folder / "others", "ab") as file:
            while self.free > leaving:
                piece = min(1 << 16, self.free - leaving)
                try:
                    file.write(b"\1" * piece)
                    file.flush()
                except OSError:
                    return
                if piece < 4_096:
                    return

    def clear(self):
        (self.folder / "others").unlink()

    def remove(self):
        subprocess.run(["umount", "-l", self.folder], check=True)
