# Orders over WebSockets: 1,024 in flight over 64 sockets, an answer brings the next, by the rehearsal's sockets after 3 s of
# warm-up; as in orders.bash each has a new key and a share code, and is forced to disk before its answer. Beside it the peer as
# in orders.bash, over HTTP by wrk, for it has no such way in: 64 connections with one request each.
# shellcheck shell=bash disable=SC2034,SC2154

need_jar
need wrk wrk
need curl curl
need_fastify

sluice_load() { peer_load orders "http://127.0.0.1:$port" "$work/tokens" "$work/shares" 64 1024 "$1"; }

start_sluice
start_fastify
say "warming up"
sluice_load "$((seconds * 4))" >/dev/null
fastify_load "$seconds" >/dev/null
for _ in $(seq "$runs"); do
    sluice_load "$seconds" | note sluice
    fastify_load "$seconds" | note fastify-redis
done
others=(refused)
print_head
print_table 'orders a second' sluice fastify-redis
