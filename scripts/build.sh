#!/bin/sh
# Installs what is missing and builds both programmes in release mode.
set -eu
cd "$(dirname "$0")/.."
scripts/install.sh build
[ -x .build/release/saqta ] ||
    echo "Building Saqta in release mode; the first time takes several minutes, later seconds."
swift build -c release --product saqta
swift build -c release --product saqta-imaging
