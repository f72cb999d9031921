#!/usr/bin/env bash
# A PostgreSQL and an Elasticsearch of their own for the tests, on loopback, under an account that is not root.
#
#   deploy/testservers.sh start     start both (installs Elasticsearch from its Maven artifact the first time)
#   deploy/testservers.sh postgres  start PostgreSQL alone
#   deploy/testservers.sh omgeving  the export lines that point the tests at them: eval "$(… omgeving)"
#   deploy/testservers.sh cluster   start a cluster of two Elasticsearch nodes beside it, to break
#   deploy/testservers.sh dood 2    kill a node of the cluster (SIGKILL); `leef 2` starts it again
#   deploy/testservers.sh bevries 2 a node that takes connections and answers none (SIGSTOP); `ontdooi 2` lets it go on
#   deploy/testservers.sh stop      stop all of them, by the process numbers that they wrote themselves
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
    # Durability costs time and protects nothing here: the data are the tests' own. What was committed is with the
    # operating system, and outlives the server, also when that is stopped in the middle; not a power cut.
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

# Node 1 may be master, node 2 only holds data: two nodes that both may be master could not outvote each other.
schrijf_knoop() {
    local nummer=$1 rollen=$2 map=$MAP/knoop-$1
    mkdir -p "$map"
    [ -d "$map/config" ] || cp -r "$ES/config" "$map/config"
    cat >"$map/config/elasticsearch.yml" <<EOF
cluster.name: antwoord-cluster
node.name: knoop-$nummer
node.roles: [$rollen]
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: $((ES_POORT + nummer))
transport.port: $((ES_POORT + 100 + nummer))
discovery.seed_hosts: ["127.0.0.1:$((ES_POORT + 101))"]
cluster.initial_master_nodes: [$([ "$nummer" = 1 ] && echo knoop-1)]
path.data: $map/data
path.logs: $map/log
cluster.routing.allocation.disk.threshold_enabled: false
EOF
}

start_knoop() {
    local map=$MAP/knoop-$1
    knoop_leeft "$1" && return
    als_gebruiker env ES_JAVA_HOME="$(java_17)" ES_JAVA_OPTS="-Xms384m -Xmx384m" ES_PATH_CONF="$map/config" \
        "$ES/bin/elasticsearch" -d -p "$map/pid" >"$map/start.log" 2>&1 || { cat "$map/start.log" >&2; return 1; }
}

knoop_leeft() {
    [ -f "$MAP/knoop-$1/pid" ] && [ -d "/proc/$(cat "$MAP/knoop-$1/pid")" ]
}

start_cluster() {
    maak_map
    haal_elasticsearch
    schrijf_knoop 1 "master, data, ingest"
    schrijf_knoop 2 "data, ingest"
    maak_map
    start_knoop 1 &
    start_knoop 2 &
    wait
    for _ in $(seq 180); do
        antwoordt "http://127.0.0.1:$((ES_POORT + 1))/_cluster/health?wait_for_nodes=2&timeout=1s" && return
        sleep 1
    done
    tail -n 20 "$MAP"/knoop-*/log/antwoord-cluster.log >&2
    echo "Het cluster van Elasticsearch is na drie minuten nog niet compleet." >&2
    return 1
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
    antwoordt "http://127.0.0.1:$ES_POORT/_cluster/health?wait_for_status=yellow&timeout=1s"
}

antwoordt() {
    python3 - "$1" 2>/dev/null <<'EOF'
import sys, urllib.request
urllib.request.urlopen(sys.argv[1], timeout=5)
EOF
}

stop() {
    if [ -f "$MAP/pg/postmaster.pid" ]; then pg pg_ctl -D "$MAP/pg" -m immediate stop >/dev/null || true; fi
    local bestand
    for bestand in "$MAP"/es.pid "$MAP"/knoop-*/pid; do
        if [ -f "$bestand" ]; then beeindig TERM "$bestand"; fi
    done
}

beeindig() {
    local nummer
    nummer=$(cat "$2")
    kill "-$1" "$nummer" 2>/dev/null || true
    for _ in $(seq 50); do [ -d "/proc/$nummer" ] || break; sleep 0.2; done
}

case "${1:-}" in
start)
    maak_map
    start_postgres
    start_elasticsearch
    ;;
postgres)
    maak_map
    start_postgres
    ;;
cluster) start_cluster ;;
dood)
    beeindig KILL "$MAP/knoop-$2/pid"
    rm -f "$MAP/knoop-$2/pid"
    ;;
leef) start_knoop "$2" ;;
bevries) kill -STOP "$(cat "$MAP/knoop-$2/pid")" ;;
ontdooi) kill -CONT "$(cat "$MAP/knoop-$2/pid")" ;;
omgeving)
    echo "export DATABASE_URL=postgresql://antwoord@127.0.0.1:$PG_POORT/postgres"
    echo "export ANTWOORD_TEST_ELASTICSEARCH=http://127.0.0.1:$ES_POORT"
    if knoop_leeft 1 && knoop_leeft 2; then
        echo "export ANTWOORD_TEST_ELASTIC_CLUSTER=http://127.0.0.1:$((ES_POORT + 1)),http://127.0.0.1:$((ES_POORT + 2))"
    fi
    ;;
stop) stop ;;
*)
    sed -n '2,12s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
