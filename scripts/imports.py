#!/usr/bin/env python3
"""Compares every import of Sources and Tests with scripts/imports.table.

imports.py                looks at this checkout
imports.py --self-test    plants imports that must be refused, in a copy, and fails when one is not
"""
import pathlib
import re
import sys

from planted import main

IMPORT = re.compile(
    r"(?:^|;)[ \t]*(?:@\w+(?:\([^)]*\))?[ \t\n]+)*(?:(?:public|package|internal|fileprivate|private)[ \t\n]+)?"
    r"import[ \t\n]+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)[ \t\n]+)?`?(\w+)", re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def read_table(text):
    """The allowed imports of each module, and the modules that alone may import a guarded one."""
    groups, allowed, guards = {}, {}, {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        head, colon, tail = line.partition(":")
        head, names = head.strip(), set()
        if not colon:
            raise SystemExit(f"imports.table:{number}: no colon")
        for name in tail.split():
            names |= groups[name] if name.startswith("@") else {name}
        if head.startswith("@"):
            groups[head] = names
        elif head.startswith("only "):
            guards[head.removeprefix("only ").strip()] = names
        elif head in allowed:
            raise SystemExit(f"imports.table:{number}: {head} stands twice")
        else:
            allowed[head] = names
    return allowed, guards


def module_of(path):
    """Sources/<storey>/<module>/…, Sources/saqta…/…, Tests/<module>/…, Benchmarks/<module>/…"""
    if path.parts[0] != "Sources" or path.parts[1].startswith("saqta"):
        return path.parts[1]
    return path.parts[2]


def faults(root, allowed, guards):
    for file in sorted(file for folder in ("Sources", "Tests", "Benchmarks") for file in root.glob(f"{folder}/**/*.swift")):
        path = file.relative_to(root)
        module = module_of(path)
        text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), file.read_text())
        for found in IMPORT.finditer(text):
            name, line = found[1], text.count("\n", 0, found.start(1)) + 1
            if module not in allowed:
                yield f"{path}:{line}: module {module} is not in scripts/imports.table"
            elif name not in allowed[module]:
                yield f"{path}:{line}: {module} may not import {name}"
            elif name in guards and module not in guards[name]:
                yield f"{path}:{line}: only {', '.join(sorted(guards[name]))} may import {name}"


PLANTED = {
    "Sources/Core/Policy/A.swift": "import GRDB",
    "Sources/Core/Vault/A.swift": "import Primitives; import Ledger",
    "Sources/Site/Public/A.swift": "@testable import Vault",
    "Sources/Site/Office/A.swift": "import struct Storage.SQL",
    "Sources/Site/Account/A.swift": "@preconcurrency\nimport Ledger",
    "Sources/Processing/Documents/Deep/A.swift": "package import Vault",
    "Sources/Processing/Access/A.swift": "#if canImport(Sending)\n    import Sending\n#endif",
    "Sources/Drivers/SQLite/A.swift": "/* a */ import CPostgres",
    "Sources/Processing/Unheard/A.swift": "import Primitives",
    "Benchmarks/saqta-bench/A.swift": "import KeyService",
}
ALLOWED = {
    "Sources/Processing/Permits/A.swift": "import Vault",
    "Sources/Core/Policy/A2.swift": "// import GRDB\n/* import Vault\nimport Vault */\nimport Yams\nlet imports = 1",
}


if __name__ == "__main__":
    table = read_table((pathlib.Path(__file__).resolve().parent / "imports.table").read_text())
    sys.exit(main(sys.argv[1:], __doc__, lambda root: faults(root, *table), PLANTED, ALLOWED))
