#!/bin/sh
# Builds if need be, then becomes the server. Settings: environment variables SAQTA_…, see README.md.
set -eu
cd "$(dirname "$0")/.."
scripts/build.sh
exec .build/release/saqta serve
