#!/usr/bin/env python3
"""Compiles each text of Tests/MustNotCompile against the modules of the newest build, as a room would.

The first line of a text says what must come of it: "// compiles", or "// error: PATTERN" with a regular expression that
one of the compiler's errors must match. Needs a debug build ("swift build --build-tests").
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARGUMENTS = re.compile(r'^\s*args: (\[.*"-module-name","Access",.*\])$', re.MULTILINE)


def flags(manifest):
    """The compiler, and what the build passed to it that says where modules are and whose package it is."""
    found = ARGUMENTS.search(manifest.read_text())
    if not found:
        raise SystemExit(f"must-not-compile: {manifest} builds no module Access")
    given = json.loads(found[1])
    kept, index = [], 1
    while index < len(given):
        one = given[index]
        if one == "-Xcc" and given[index + 1] == "-I":
            kept += given[index:index + 4]
            index += 4
        elif one in ("-I", "-Xcc", "-target", "-package-name", "-swift-version", "-enable-upcoming-feature",
                     "-module-cache-path"):
            kept += given[index:index + 2]
            index += 2
        else:
            if one.startswith("-I"):
                kept.append(one)
            index += 1
    return [given[0]] + kept


def fault(case, command, folder):
    """What is wrong with a case; None when the compiler said what it must."""
    text = case.read_text()
    head = text.partition("\n")[0]
    source = folder / f"{case.stem}.swift"
    source.write_text(text)
    # Not -typecheck: that a value is used twice is found later.
    run = subprocess.run(
        command + ["-parse-as-library", "-module-name", "Case", "-emit-sil", "-o", "/dev/null", str(source)],
        capture_output=True, text=True)
    errors = re.findall(r"error: (.*)", run.stderr)
    if head == "// compiles":
        return None if run.returncode == 0 else "does not compile: " + "; ".join(errors[:3])
    if not head.startswith("// error: "):
        return "the first line says neither what it compiles to nor which error it has"
    if run.returncode == 0:
        return "compiles"
    wanted = head.removeprefix("// error: ")
    return None if any(re.search(wanted, error) for error in errors) else "other errors: " + "; ".join(errors[:3])


def main():
    build = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".build"
    command = flags(build / "debug.yaml")
    cases = sorted((ROOT / "Tests/MustNotCompile").glob("*.txt"))
    if not any(case.read_text().startswith("// compiles\n") for case in cases):
        raise SystemExit("must-not-compile: no case that must compile, so nothing shows that the modules are found")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        faults = list(pool.map(lambda case: fault(case, command, pathlib.Path(folder)), cases))
    for case, what in zip(cases, faults):
        if what:
            print(f"Tests/MustNotCompile/{case.name}: {what}", file=sys.stderr)
    failed = sum(what is not None for what in faults)
    print(f"must not compile: {len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
