#!/bin/sh
# Installs what is missing, by name:   install.sh build|test
#   build   Debian packages that building and running need
#   test    those, the tests' Debian packages, and the tests' PyPI packages in .build/venv
# Does nothing, fast, when all is there.
set -eu
cd "$(dirname "$0")/.."

build="ca-certificates git pkg-config libsqlite3-dev libpq-dev libsodium-dev libqrencode-dev libcurl4-openssl-dev
    libvips-dev libseccomp-dev libtesseract-dev tesseract-ocr-rus tesseract-ocr-kaz tesseract-ocr-eng age"
test="postgresql-15 debootstrap dpkg-dev systemd binutils python3 python3-venv python3-pil python3-numpy python3-pikepdf python3-psycopg2 chromium fonts-noto-core fonts-ocr-b libheif-examples poppler-utils poppler-data wrk
    zbar-tools caddy nginx-light prometheus curl jq openssl iproute2 libnss3-tools"

case ${1:-} in
build) wanted=$build ;;
test) wanted="$build $test" ;;
*) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
esac

if ! command -v swift >/dev/null; then
    echo "Swift 6.3 is not installed: see swift.org/install" >&2
    exit 69
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "Run as root, once: $*" >&2
        exit 77
    fi
}

# shellcheck disable=SC2086
there=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null | sed -n 's/ installed$//p' || true)
missing=
for name in $wanted; do
    printf '%s\n' "$there" | grep -qxF -- "$name" || missing="$missing $name"
done

if [ -n "$missing" ]; then
    echo "Installing Debian packages:$missing"
    # shellcheck disable=SC2086
    apt-get install --simulate --no-install-recommends $missing >/dev/null 2>&1 || as_root apt-get -q update
    # A list from yesterday may name a version that is gone.
    # shellcheck disable=SC2086
    as_root apt-get -q -y install --no-install-recommends $missing ||
        { as_root apt-get -q update && as_root apt-get -q -y install --no-install-recommends $missing; }
fi

[ "$1" = test ] || exit 0

if ! cmp -s scripts/python.txt .build/venv/installed.txt; then
    echo "Installing PyPI packages for the tests into .build/venv"
    mkdir -p .build
    /usr/bin/python3 -m venv --clear --system-site-packages .build/venv
    .build/venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/python.txt
    cp scripts/python.txt .build/venv/installed.txt
fi
