#!/bin/bash
# Everything that must hold: lint, all Swift suites on SQLite, PostgreSQL, an S3 service and a key service of its own, the browser's journeys.
set -euo pipefail
cd "$(dirname "$0")/.."
started=$SECONDS
say() { printf '\n== %s (%d s)\n' "$1" $((SECONDS - started)); }

scripts/install.sh test
export PATH="$PWD/.build/venv/bin:$PATH"
work=.build/test
mkdir -p "$work"
rm -f "$work"/*.xml
# Not in the checkout: the server runs as another user, who may not be able to enter it.
postgres=$(mktemp -d)
chmod 755 "$postgres"
s3=$(mktemp -d)
keys=$(mktemp -d)

finish() {
    status=$?
    trap - EXIT
    scripts/postgres.sh stop "$postgres" || status=1
    scripts/seaweedfs.sh stop "$s3" || status=1
    scripts/openbao.sh stop "$keys" || status=1
    rm -rf "$postgres" "$s3" "$keys"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say "Lint"
scripts/lint.sh

say "Build"
# Without debug information, which nothing here reads: half of the time of a first build.
swift build --build-tests -debug-info-format none

say "What must not compile"
scripts/must-not-compile.sh

say "Swift"
SAQTA_TEST_POSTGRES=$(scripts/postgres.sh start "$postgres")
SAQTA_WYCHEPROOF=$(scripts/wycheproof.sh)
SAQTA_TEST_S3=$(scripts/seaweedfs.sh start "$s3")
SAQTA_SEAWEEDFS=$PWD/scripts/seaweedfs.sh
SAQTA_TEST_OPENBAO=$(scripts/openbao.sh start "$keys")
SAQTA_OPENBAO=$PWD/scripts/openbao.sh
export SAQTA_TEST_POSTGRES SAQTA_WYCHEPROOF SAQTA_TEST_S3 SAQTA_SEAWEEDFS SAQTA_REQUIRE_POSTGRES=1 SAQTA_REQUIRE_S3=1
export SAQTA_TEST_OPENBAO SAQTA_OPENBAO SAQTA_REQUIRE_OPENBAO=1
if [ -f Browser/specimens/specimens.py ]; then
    export SAQTA_SPECIMENS="$PWD/.build/specimens"
    scripts/specimens.sh "$SAQTA_SPECIMENS"
fi
failed=0
# Two at a time: all of them at once would ask for more connections and memory than a small machine has. The longest first.
{ echo WalkTests; ls Tests | grep 'Tests$' | grep -v '^WalkTests$'; } | xargs -P 2 -n 1 scripts/suite.sh || failed=1

if compgen -G 'Browser/**/test_*.py' >/dev/null || compgen -G 'Browser/test_*.py' >/dev/null; then
    say "Browser"
    export SAQTA_BINARY="$PWD/.build/debug/saqta"
    # A file at a time on each of two workers, in the order of conftest.py; what measures times or memory runs by itself.
    files="--numprocesses 2 --dist loadfile --no-loadscope-reorder"
    # shellcheck disable=SC2086
    python -m pytest Browser -m "not quiet" $files --junitxml "$work/browser.xml" || failed=1
    python -m pytest Browser -m quiet --junitxml "$work/browser-quiet.xml" || failed=1
    say "Browser, with rows in PostgreSQL"
    # shellcheck disable=SC2086
    SAQTA_BROWSER_ENGINE=postgres python -m pytest Browser/test_journey.py \
        Browser/test_crowd.py Browser/test_backup.py Browser/test_backup_online.py Browser/test_services.py \
        Browser/test_keys.py::test_keys_are_exchanged_under_load_and_after_crashes \
        $files --junitxml "$work/browser-postgres.xml" || failed=1
fi

say "Done"
python scripts/summary.py "$work"/*.xml || failed=1
exit "$failed"
