#!/bin/sh
# Installs what is missing and builds both programmes in release mode; does nothing when nothing has changed.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh build
built=.build/release/.saqta-built
if [ -x .build/release/saqta ] && [ -x .build/release/saqta-imaging ] && [ -e "$built" ] &&
    [ -z "$(find Package.swift Sources -newer "$built" -print -quit)" ]; then
    exit 0
fi
[ -x .build/release/saqta ] ||
    echo "Building Saqta in release mode; the first time takes several minutes, later seconds."
begun=$(mktemp)
swift build -c release --product saqta
swift build -c release --product saqta-imaging
# As old as the beginning of the build: what was changed meanwhile is built next time.
touch -r "$begun" "$built"
rm -f "$begun"
