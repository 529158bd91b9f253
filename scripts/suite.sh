#!/bin/bash
# Runs one Swift suite of what `swift build --build-tests` built, and prints a line about it:   suite.sh NAME
# Not by `swift test`, of which only one may run at a time.
set -euo pipefail
cd "$(dirname "$0")/.."
suite=$1 work=.build/test begun=$SECONDS status=0
# Else each error that is thrown and caught, of which stores and codecs have many, has its stack unwound.
export SWT_SWIFT_ERROR_BACKTRACING_ENABLED=0
.build/debug/saqtaPackageTests.xctest --testing-library swift-testing --filter "^$suite\\." \
    --xunit-output "$work/$suite.xml" >"$work/$suite.log" 2>&1 || status=$?
found=$(grep -E 'Test run with [1-9]' "$work/$suite.log" | tail -1 | sed 's/^[^T]*//' || true)
printf '%-22s %4d s  %s\n' "$suite" $((SECONDS - begun)) "${found:-found no test}"
if [ "$status" != 0 ] || [ -z "$found" ]; then
    grep -E '✘|error:|Fatal' "$work/$suite.log" | head -60 || tail -40 "$work/$suite.log"
    exit 1
fi
