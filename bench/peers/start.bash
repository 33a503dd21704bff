# Starts the peers; bench/peers/compare has sourced bench/common.bash before. Ports: of Sluice the first two, then Fastify, Redis,
# the echo, nchan, PostgreSQL.
# shellcheck shell=bash disable=SC2034,SC2154

fastify_port=$((port + 2))
redis_port=$((port + 3))
echo_port=$((port + 4))
nchan_port=$((port + 5))
postgres_port=$((port + 6))
postgres=/usr/lib/postgresql/15/bin
pgbench=pgbench

need_fastify() {
    need redis-server redis-server
    need node nodejs
    [[ -d bench/peers/fastify-redis/node_modules ]] \
        || fail "Fastify is missing: npm ci --prefix bench/peers/fastify-redis"
}

need_nchan() {
    need nginx nginx
    [[ -f /usr/lib/nginx/modules/ngx_nchan_module.so ]] || fail "nchan is missing: apt-get install libnginx-mod-nchan"
}

need_postgres() {
    [[ -x $postgres/initdb ]] || fail "PostgreSQL 15 is missing: apt-get install postgresql-15"
    need "$pgbench" postgresql-client-15
    ((EUID != 0)) || id postgres >/dev/null 2>&1 || fail "PostgreSQL does not run as root, and there is no user postgres"
}

peer_load() { "$java" -cp "$jar" io.sluice.bench.peer.PeerLoad "$@"; }

# Redis forces its append-only file every second, which is not what Sluice promises; that is its usual setting.
start_fastify() {
    start redis redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly yes --appendfsync everysec --dir "$work"
    await redis-cli -p "$redis_port" set stock:1 1000000000
    start fastify env PORT="$fastify_port" REDIS_PORT="$redis_port" node bench/peers/fastify-redis/server.mjs
    await curl -sf -H 'Content-Type: application/json' \
        -d '{"key":"first","viewer":1,"offer":1,"quantity":1,"guide":1}' "http://127.0.0.1:$fastify_port/orders"
}

fastify_load() { wrk_load "http://127.0.0.1:$fastify_port" bench/peers/fastify-redis/order.lua "$1"; }

start_echo() {
    start echo "$java" -cp "$jar" io.sluice.bench.peer.PeerLoad echo "$echo_port"
    await curl -sf -d '{}' "http://127.0.0.1:$echo_port/"
}

start_nchan() {
    sed "s|WORKERS|$(nproc)|; s|WORK|$work/nchan|; s|PORT|$nchan_port|" bench/peers/nchan/nginx.conf >"$work/nginx.conf"
    mkdir -p "$work/nchan"
    start nginx nginx -p /usr/share/nginx -c "$work/nginx.conf" -e stderr
    nchan_pid=$pid
    await curl -sf -d x "http://127.0.0.1:$nchan_port/pub"
}

# As the user postgres where this is root, which PostgreSQL refuses.
as_postgres() {
    if ((EUID == 0)); then
        exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
    fi
    exec "$@"
}

start_postgres() {
    mkdir "$work/postgres"
    ((EUID != 0)) || { chmod 711 "$work"; chown postgres "$work/postgres"; }
    (as_postgres "$postgres/initdb" -D "$work/postgres/data" -U postgres -A trust) >"$work/initdb.log" 2>&1 \
        || fail "initdb failed: $(tail -1 "$work/initdb.log")"
    start postgres as_postgres "$postgres/postgres" -D "$work/postgres/data" -p "$postgres_port" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories="$work/postgres" -c max_connections=100 -c shared_buffers=1GB
    await sql -c 'select 1'
    sql -f bench/peers/postgres/schema.sql >"$work/schema.log"
}

sql() { psql -q -X -h 127.0.0.1 -p "$postgres_port" -U postgres -v ON_ERROR_STOP=1 "$@"; }

# postgres_load CLIENTS SYNCHRONOUS_COMMIT SECONDS: the same four figures as wrk_load. Its log has a line a transaction, whose
# third field is its time in microseconds.
postgres_load() {
    rm -f "$work"/transactions.*
    PGOPTIONS="-c synchronous_commit=$2" "$pgbench" -n -M prepared -f bench/peers/postgres/order.sql -c "$1" -j 1 -T "$3" \
        --log --log-prefix="$work/transactions" -h 127.0.0.1 -p "$postgres_port" -U postgres postgres >"$work/pgbench" 2>&1 \
        || fail "pgbench failed: $(tail -1 "$work/pgbench")"
    cat "$work"/transactions.* | cut -d' ' -f3 | sort -n | awk \
        -v rate="$(sed -n 's/^tps = \([0-9]*\).*/\1/p' "$work/pgbench")" \
        -v failed="$(sed -n 's/^number of failed transactions: \([0-9]*\).*/\1/p' "$work/pgbench")" '
        { us[NR] = $1 }
        END { printf "%d %.2f %.2f %d\n", rate, us[int(NR * 0.5) + 1] / 1000, us[int(NR * 0.99) + 1] / 1000, failed }'
}
