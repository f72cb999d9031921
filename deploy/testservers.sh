#!/usr/bin/env bash
# A PostgreSQL and an Elasticsearch of their own for the tests, on loopback, under an account that is not root.
#
#   deploy/testservers.sh start     start both (installs Elasticsearch from its Maven artifact the first time)
#   deploy/testservers.sh omgeving  the export lines that point the tests at them: eval "$(… omgeving)"
#   deploy/testservers.sh stop      stop both, by the process numbers that they wrote themselves
#
# Needs postgresql, java 17, maven and unzip. The Elasticsearch build has no analysis module; nothing here uses it.
set -euo pipefail

MAP=${ANTWOORD_TESTSERVERS:-/tmp/antwoord-testservers}
PG_POORT=${ANTWOORD_TEST_PG_POORT:-54329}
ES_POORT=${ANTWOORD_TEST_ES_POORT:-9329}
ES_VERSIE=8.19.18
ES=$MAP/elasticsearch-$ES_VERSIE
GEBRUIKER=antwoord-test

als_gebruiker() {
    if [ "$(id -u)" = 0 ]; then (cd "$MAP" && runuser -u "$GEBRUIKER" -- "$@"); else (cd "$MAP" && "$@"); fi
}

maak_map() {
    mkdir -p "$MAP"
    if [ "$(id -u)" = 0 ]; then
        id "$GEBRUIKER" >/dev/null 2>&1 || useradd --system --home-dir "$MAP" --shell /bin/false "$GEBRUIKER"
        chown -R "$GEBRUIKER" "$MAP"
    fi
}

pg() {
    local bin
    bin=$(dirname "$(command -v pg_ctl || ls -d /usr/lib/postgresql/*/bin/pg_ctl | sort -V | tail -n 1)")
    als_gebruiker "$bin/$1" "${@:2}"
}

start_postgres() {
    if [ ! -f "$MAP/pg/PG_VERSION" ]; then
        rm -rf "$MAP/pg"
        pg initdb -D "$MAP/pg" -U antwoord -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    fi
    pg pg_ctl -D "$MAP/pg" status >/dev/null 2>&1 && return
    # Durability costs time and protects nothing here: the data are the tests' own.
    pg pg_ctl -D "$MAP/pg" -l "$MAP/pg.log" -w -o \
        "-p $PG_POORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$MAP -c fsync=off -c max_connections=200" \
        start >/dev/null
}

haal_elasticsearch() {
    [ -x "$ES/bin/elasticsearch" ] && return
    local delen=org.elasticsearch.distribution.integ-test-zip:elasticsearch:$ES_VERSIE:zip
    local zip=${HOME}/.m2/repository/org/elasticsearch/distribution/integ-test-zip/elasticsearch/$ES_VERSIE/elasticsearch-$ES_VERSIE.zip
    [ -f "$zip" ] || mvn -q -B dependency:get -Dartifact="$delen" -Dtransitive=false
    rm -rf "$ES"
    unzip -q "$zip" -d "$MAP"
    cat >"$ES/config/elasticsearch.yml" <<EOF
cluster.name: antwoord-test
discovery.type: single-node
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: $ES_POORT
transport.port: $((ES_POORT + 100))
path.data: $MAP/es-data
path.logs: $MAP/es-log
cluster.routing.allocation.disk.threshold_enabled: false
EOF
    maak_map
}

java_17() {
    local thuis
    for thuis in /usr/lib/jvm/*17*openjdk* /usr/lib/jvm/*openjdk*17*; do
        [ -x "$thuis/bin/java" ] && { echo "$thuis"; return; }
    done
    dirname "$(dirname "$(readlink -f "$(command -v java)")")"
}

start_elasticsearch() {
    es_leeft && return
    haal_elasticsearch
    als_gebruiker env ES_JAVA_HOME="$(java_17)" ES_JAVA_OPTS="-Xms512m -Xmx512m" \
        "$ES/bin/elasticsearch" -d -p "$MAP/es.pid" >"$MAP/es-start.log" 2>&1 ||
        { cat "$MAP/es-start.log" >&2; return 1; }
    for _ in $(seq 120); do es_leeft && return; sleep 1; done
    tail -n 40 "$MAP"/es-log/antwoord-test.log >&2
    echo "Elasticsearch antwoordt na twee minuten nog niet." >&2
    return 1
}

es_leeft() {
    python3 - "http://127.0.0.1:$ES_POORT/_cluster/health?wait_for_status=yellow&timeout=1s" 2>/dev/null <<'EOF'
import sys, urllib.request
urllib.request.urlopen(sys.argv[1], timeout=5)
EOF
}

stop() {
    if [ -f "$MAP/pg/postmaster.pid" ]; then pg pg_ctl -D "$MAP/pg" -m immediate stop >/dev/null || true; fi
    if [ -f "$MAP/es.pid" ]; then
        local nummer
        nummer=$(cat "$MAP/es.pid")
        kill "$nummer" 2>/dev/null || true
        for _ in $(seq 50); do [ -d "/proc/$nummer" ] || break; sleep 0.2; done
    fi
}

case "${1:-}" in
start)
    maak_map
    start_postgres
    start_elasticsearch
    ;;
omgeving)
    echo "export DATABASE_URL=postgresql://antwoord@127.0.0.1:$PG_POORT/postgres"
    echo "export ANTWOORD_TEST_ELASTICSEARCH=http://127.0.0.1:$ES_POORT"
    ;;
stop) stop ;;
*)
    sed -n '2,8s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
