#!/bin/sh
# Shows that a permit cannot be made, copied or kept, nor the vault called, outside Permits: after a debug build.
set -eu
cd "$(dirname "$0")/.."
exec python3 scripts/must-not-compile.py "$@"
