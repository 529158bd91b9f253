"""The commands of a guide, as a reader would copy them."""

import re
import subprocess

from house import BINARY, ROOT


class Guide:
    def __init__(self, name, house):
        self.house, self.done = house, []
        text = (ROOT / "docs" / "guides" / name).read_text()
        self.blocks = {}
        for part in re.split(r"^## ", text, flags=re.M)[1:]:
            heading, _, body = part.partition("\n")
            self.blocks[heading] = re.findall(r"^```sh\n(.*?)^```", body, re.M | re.S)
        programmes = house.folder / "programmes"
        programmes.mkdir(exist_ok=True)
        programme = programmes / "saqta"
        programme.write_text(f'#!/bin/sh\nexec "{BINARY}" "$@"\n')
        programme.chmod(0o755)
        self.environment = house.environment | {"PATH": f"{programmes}:{house.environment['PATH']}"}

    def run(self, heading, **environment):
        """Runs all commands under a heading, in the folder of the server. Returns what they said."""
        said = ""
        for block in self.blocks[heading]:
            answer = self.shell(block, **environment)
            assert answer.returncode == 0, (block, answer)
            said += answer.stdout + answer.stderr
        self.done.append(heading)
        return said

    def shell(self, commands, **environment):
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands], cwd=self.house.folder, env=self.environment | environment,
            capture_output=True, text=True, timeout=300)
