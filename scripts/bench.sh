#!/bin/sh
# Builds in release mode and measures servers next to what they are held against. Its settings: Benchmarks/bench.py.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh test
scripts/build.sh
swift build -c release --product saqta-bench
exec .build/venv/bin/python Benchmarks/bench.py
