"""The commands of a guide, as a reader would copy them."""

import re
import subprocess

from house import BINARY, ROOT


class Guide:
    def __init__(self, name, shell):
        """`shell` runs a block of commands where the reader of the guide is, and returns what came of it."""
        self.shell, self.done = shell, []
        self.text = (ROOT / "docs" / "guides" / name).read_text()
        self.blocks = {}
        for part in re.split(r"^## ", self.text, flags=re.M)[1:]:
            heading, _, body = part.partition("\n")
            self.blocks[heading] = re.findall(r"^```sh\n(.*?)^```", body, re.M | re.S)

    def run(self, heading, ends=0, **more):
        """Runs all commands under a heading. Returns what they said."""
        said = ""
        for block in self.blocks[heading]:
            answer = self.shell(block, **more)
            assert answer.returncode == ends, (block, answer.returncode, answer.stdout[-3000:], answer.stderr[-3000:])
            said += answer.stdout + answer.stderr
        self.done.append(heading)
        return said

    @property
    def all_done(self):
        return set(self.done) == {heading for heading, blocks in self.blocks.items() if blocks}


def beside(house):
    """A shell in the folder of a server, where `saqta` is the programme."""
    programmes = house.folder / "programmes"
    programmes.mkdir(exist_ok=True)
    programme = programmes / "saqta"
    programme.write_text(f'#!/bin/sh\nexec "{BINARY}" "$@"\n')
    programme.chmod(0o755)
    path = f"{programmes}:{house.environment['PATH']}"

    def shell(commands, **environment):
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands], cwd=house.folder,
            env=house.environment | {"PATH": path} | environment, capture_output=True, text=True, timeout=300)

    return shell
