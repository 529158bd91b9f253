#!/bin/sh
# A PostgreSQL server of one's own for tests, on loopback and a free port.
#   postgres.sh start DIR          makes the cluster in DIR when there is none, starts it, prints its connection string
#   postgres.sh follow DIR LEADER  makes a standby in DIR of the cluster in LEADER, which runs, and starts it likewise
#   postgres.sh stop DIR           ends it
set -eu

usage() { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[ $# -eq 2 ] || { [ $# -eq 3 ] && [ "$1" = follow ]; } || usage
mkdir -p "$2"
dir=$(cd "$2" && pwd)
data=$dir/cluster

if [ -z "${PG_BIN:-}" ]; then
    PG_BIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$PG_BIN" ] || PG_BIN=$(dirname "$(command -v initdb)")
fi

# The server refuses to run as root, and must not hold open what its starter has open, or the starter's readers wait for it.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        set -- setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$dir" "$@"
    fi
    (cd / && python3 -c 'import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))' "$@")
}

is_running() {
    [ -f "$data/postmaster.pid" ] && kill -0 "$(head -n 1 "$data/postmaster.pid")" 2>/dev/null
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
    [ "$(id -u)" -ne 0 ] || chown postgres "$dir"
    if [ ! -f "$data/PG_VERSION" ]; then
        as_owner "$PG_BIN/initdb" -D "$data" -U saqta -A trust --encoding=UTF8 --locale=C >"$dir/initdb.log" 2>&1 ||
            { cat "$dir/initdb.log" >&2; exit 1; }
    fi
    if ! is_running; then
        [ -f "$dir/port" ] || free_port >"$dir/port"
        as_owner "$PG_BIN/pg_ctl" -D "$data" -l "$dir/server.log" -w -t 60 start \
            -o "-p $(cat "$dir/port") -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c max_connections=600" \
            >"$dir/start.log" 2>&1 || { cat "$dir/start.log" "$dir/server.log" >&2; rm -f "$dir/port"; exit 1; }
    fi
    echo "host=127.0.0.1 port=$(cat "$dir/port") user=saqta dbname=postgres"
}

follow() {
    [ "$(id -u)" -ne 0 ] || chown postgres "$dir"
    as_owner "$PG_BIN/pg_basebackup" -D "$data" -R -X stream -c fast -h 127.0.0.1 -p "$(cat "$1/port")" -U saqta >"$dir/copy.log" 2>&1 ||
        { cat "$dir/copy.log" >&2; exit 1; }
    start
}

stop() {
    if ! is_running; then exit 0; fi
    pid=$(head -n 1 "$data/postmaster.pid")
    kill -INT "$pid"
    tries=300
    while kill -0 "$pid" 2>/dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { echo "PostgreSQL (process $pid) does not end" >&2; exit 1; }
        sleep 0.1
    done
}

case $1 in
start) start ;;
follow) follow "$3" ;;
stop) stop ;;
*) usage ;;
esac
