#!/usr/bin/env bash
# A real WordPress of its own for the tests, from Debian's packages, on loopback, under an account that is not root.
#
#   deploy/testwordpress.sh installeer  install the packages that it needs, without starting any service
#   deploy/testwordpress.sh start       make a database and a site (the first time), and serve it
#   deploy/testwordpress.sh omgeving    the export line that points the tests at it: eval "$(… omgeving)"
#   deploy/testwordpress.sh stop        stop both, by the process numbers that they wrote themselves
#
# The site and who may sign in there stand in toegang.json in its directory. It fetches nothing from elsewhere.
set -euo pipefail

MAP=${ANTWOORD_TESTWORDPRESS:-/tmp/antwoord-testwordpress}
POORT=${ANTWOORD_TEST_WP_POORT:-8329}
BRON=$(cd "$(dirname "$0")" && pwd)/testwordpress
GEBRUIKER=antwoord-test
PAKKETTEN=(wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-xml php-mbstring mariadb-server)

als_gebruiker() {
    if [ "$(id -u)" = 0 ]; then (cd "$MAP" && runuser -u "$GEBRUIKER" -- "$@"); else (cd "$MAP" && "$@"); fi
}

installeer() {
    dpkg -s "${PAKKETTEN[@]}" >/dev/null 2>&1 && return
    # WordPress wants a web server, and the packages would start it and the database.
    local regel=/usr/sbin/policy-rc.d eigen=
    [ -e "$regel" ] || { eigen=ja; printf '#!/bin/sh\nexit 101\n' >"$regel"; chmod +x "$regel"; }
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${PAKKETTEN[@]}" >/dev/null
    [ -z "$eigen" ] || rm -f "$regel"
}

maak_map() {
    mkdir -p "$MAP"
    if [ "$(id -u)" = 0 ]; then
        id "$GEBRUIKER" >/dev/null 2>&1 || useradd --system --home-dir "$MAP" --shell /bin/false "$GEBRUIKER"
        chown -R "$GEBRUIKER" "$MAP"
    fi
}

# A number of an earlier run may be somebody else's now.
leeft() { [ -f "$MAP/$1.pid" ] && grep -qa -e "$MAP" -e ":$POORT" "/proc/$(cat "$MAP/$1.pid")/cmdline" 2>/dev/null; }

start_database() {
    leeft mariadb && return
    [ -d "$MAP/db/mysql" ] || als_gebruiker mariadb-install-db --no-defaults --datadir="$MAP/db" \
        --auth-root-authentication-method=normal --skip-test-db >"$MAP/db-maken.log" 2>&1
    # Durability costs time and protects nothing here: the data are the tests' own.
    als_gebruiker mariadbd --no-defaults --datadir="$MAP/db" --socket="$MAP/db.sock" --pid-file="$MAP/mariadb.pid" \
        --skip-networking --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --skip-log-bin \
        >"$MAP/mariadb.log" 2>&1 &
    wacht_op "De database" mariadb-admin --no-defaults --socket="$MAP/db.sock" -u root ping
    als_gebruiker mariadb --no-defaults --socket="$MAP/db.sock" -u root -e \
        "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4"
}

maak_site() {
    [ -f "$MAP/toegang.json" ] && return
    rm -rf "$MAP/site"
    # Debian's own tree reads its settings below /etc; this one has its own.
    cp -rL /usr/share/wordpress "$MAP/site" 2>/dev/null || true
    rm -rf "$MAP/site/wp-config.php" "$MAP/site/wp-content/mu-plugins"
    mkdir -p "$MAP/site/wp-content/mu-plugins"
    cp "$BRON/wp-config.php" "$BRON/router.php" "$MAP/site/"
    cp "$BRON/proef.php" "$MAP/site/wp-content/mu-plugins/"
    maak_map
    als_gebruiker env ANTWOORD_WP_SOCKET="$MAP/db.sock" php "$BRON/inrichten.php" "$MAP/site" \
        "http://127.0.0.1:$POORT" >"$MAP/toegang.nieuw"
    mv "$MAP/toegang.nieuw" "$MAP/toegang.json"
}

start_site() {
    leeft php && return
    als_gebruiker env ANTWOORD_WP_SOCKET="$MAP/db.sock" PHP_CLI_SERVER_WORKERS=4 \
        php -d display_errors=0 -d opcache.enable_cli=1 -S "127.0.0.1:$POORT" -t "$MAP/site" "$MAP/site/router.php" \
        >"$MAP/php.log" 2>&1 &
    wacht_op "WordPress" python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$POORT/wp-json/', timeout=5)"
    # Its own number, and not that of who started it for another account.
    pgrep -x -o -f -- "php .*-S 127.0.0.1:$POORT .*" >"$MAP/php.pid"
}

wacht_op() {
    local naam=$1
    shift
    for _ in $(seq 150); do "$@" >/dev/null 2>&1 && return; sleep 0.2; done
    tail -n 20 "$MAP"/*.log >&2
    echo "$naam antwoordt na een halve minuut nog niet." >&2
    return 1
}

beeindig() {
    leeft "$1" || return 0
    local nummer leden
    nummer=$(cat "$MAP/$1.pid")
    # PHP's server leaves its workers behind.
    leden=$(pgrep -P "$nummer" || true)
    # shellcheck disable=SC2086  a number each
    kill "$nummer" $leden 2>/dev/null || true
    for _ in $(seq 50); do [ -d "/proc/$nummer" ] || break; sleep 0.2; done
    rm -f "$MAP/$1.pid"
}

case "${1:-}" in
installeer) installeer ;;
start)
    maak_map
    start_database
    maak_site
    start_site
    ;;
omgeving) echo "export ANTWOORD_TEST_WORDPRESS=$MAP/toegang.json" ;;
stop)
    beeindig php
    beeindig mariadb
    ;;
*)
    sed -n '2,10s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
