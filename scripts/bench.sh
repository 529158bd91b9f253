#!/bin/sh
# Builds in release mode and measures the server next to the same rows written by the same driver.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh test
scripts/build.sh
swift build -c release --product saqta-bench
exec python3 Benchmarks/bench.py
