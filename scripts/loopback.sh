# What the services that tests start on this machine have in common; read by their scripts, with $dir set.

is_running() { [ -f "$dir/pid" ] && kill -0 "$(cat "$dir/pid")" 2>/dev/null; }

# free_ports COUNT: so many free ports of 127.0.0.1, of which those 10,000 above are free too.
free_ports() {
    python3 - "$1" <<'END'
import random, socket, sys
def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False
found = []
while len(found) < int(sys.argv[1]):
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

# Ends the service at once, as a loss of power would.
stop() {
    is_running || exit 0
    pid=$(cat "$dir/pid")
    kill -KILL "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -f "$dir/pid"
}
