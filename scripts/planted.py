"""The self-test of a static check: what is planted must be refused, what is allowed must not."""
import pathlib
import sys
import tempfile


def self_test(planted, allowed, faults):
    """Writes files, by path and text, into a tree of their own, and compares what `faults(root)` refuses by path."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in (planted | allowed).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text + "\n")
        found = {fault.partition(":")[0] for fault in faults(root)}
    for path in sorted(set(planted) - found):
        print(f"self-test: {path} was not refused", file=sys.stderr)
    for path in sorted(found - set(planted)):
        print(f"self-test: {path} was refused", file=sys.stderr)
    return 0 if found == set(planted) else 1


def main(arguments, usage, faults, planted, allowed):
    """Runs a check over this checkout, or its self-test."""
    if arguments == ["--self-test"]:
        return self_test(planted, allowed, faults)
    if arguments:
        raise SystemExit(usage)
    found = list(faults(pathlib.Path(__file__).resolve().parent.parent))
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0
