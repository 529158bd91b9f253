#!/bin/sh
# Draws the specimens into FOLDER, again only when the code that draws them has changed:   specimens.sh FOLDER
set -eu
cd "$(dirname "$0")/.."
stamp=$(cat Browser/specimens/*.py | sha256sum)
[ "$(cat "$1/stamp" 2>/dev/null || true)" != "$stamp" ] || exit 0
rm -rf "$1"
python3 Browser/specimens/specimens.py "$1"
echo "$stamp" >"$1/stamp"
