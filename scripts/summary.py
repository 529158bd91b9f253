#!/usr/bin/env python3
"""Adds up test results (JUnit XML) and prints them as one line: summary.py FILE… Fails when there are none."""
import sys
import xml.etree.ElementTree as tree


def count(path):
    total = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in tree.parse(path).getroot().iter("testsuite"):
        for key in total:
            total[key] += int(suite.get(key) or 0)
    return total


def main(paths):
    counts = [count(path) for path in paths]
    failed = sum(each["failures"] + each["errors"] for each in counts)
    skipped = sum(each["skipped"] for each in counts)
    passed = sum(each["tests"] for each in counts) - failed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
