#!/bin/sh
# Installs what is missing, by name:   install.sh build|test|drill
#   build   Debian packages that building and running need
#   test    those, the tests' Debian packages, and the tests' PyPI packages in .build/venv
#   drill   those of build, and the Debian packages of `make drill-failover`; no service of theirs is started, now or at boot
# Does nothing, fast, when all is there.
set -eu
cd "$(dirname "$0")/.."

build="ca-certificates git pkg-config libsqlite3-dev libpq-dev libsodium-dev libqrencode-dev zlib1g-dev libarchive-dev libcurl4-openssl-dev
    libvips-dev libseccomp-dev libtesseract-dev libgmime-3.0-dev tesseract-ocr-rus tesseract-ocr-kaz tesseract-ocr-eng age"
test="postgresql-15 debootstrap dpkg-dev systemd binutils python3 python3-venv python3-pil python3-numpy python3-pikepdf python3-psycopg2 chromium-headless-shell fonts-noto-core fonts-ocr-b libheif-examples poppler-utils poppler-data wrk
    zbar-tools caddy nginx-light prometheus curl jq openssl iproute2 libnss3-tools"
drill="postgresql-15 python3 python3-psycopg2 patroni etcd-server haproxy"

case ${1:-} in
build) wanted=$build ;;
test) wanted="$build $test" ;;
drill) wanted="$build $drill" ;;
*) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
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

# What Debian asks before it starts a service; one that was there already is left alone.
policy=/usr/sbin/policy-rc.d
hold_services() {
    [ ! -e "$policy" ] || return 0
    trap 'as_root rm -f "$policy"' EXIT
    trap 'exit 130' INT TERM
    as_root sh -c "printf '#!/bin/sh\\nexit 101\\n' >$policy && chmod 755 $policy"
}

if [ -n "$missing" ]; then
    [ "$1" != drill ] || hold_services
    echo "Installing Debian packages:$missing"
    # shellcheck disable=SC2086
    apt-get install --simulate --no-install-recommends $missing >/dev/null 2>&1 || as_root apt-get -q update
    # A list from yesterday may name a version that is gone.
    # shellcheck disable=SC2086
    as_root apt-get -q -y install --no-install-recommends $missing ||
        { as_root apt-get -q update && as_root apt-get -q -y install --no-install-recommends $missing; }
    if [ "$1" = drill ]; then
        for service in etcd-server:etcd haproxy:haproxy patroni:patroni; do
            case "$missing " in *" ${service%:*} "*) as_root update-rc.d "${service#*:}" disable ;; esac
        done
    fi
fi

[ "$1" = test ] || exit 0

if ! cmp -s scripts/python.txt .build/venv/installed.txt; then
    echo "Installing PyPI packages for the tests into .build/venv"
    mkdir -p .build
    /usr/bin/python3 -m venv --clear --system-site-packages .build/venv
    .build/venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/python.txt
    cp scripts/python.txt .build/venv/installed.txt
fi
