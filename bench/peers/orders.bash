# Orders over HTTP by wrk, 1 thread and 64 connections, of one hot offer, each with a new key.
#   sluice             tokens checked, a share code read, the order attributed by a policy; forced to disk before any answer
#   fastify-redis      no tokens; the file forced every second, so a loss of power loses a second of orders
#   echo               Vert.x that answers the JSON it was sent: the gateway's ceiling
#   postgres-N         no HTTP, no tokens: pgbench with N clients and prepared statements, stock and order in one
#                      transaction, forced before the answer (synchronous_commit on); -async: forced a little later (off)
# shellcheck shell=bash disable=SC2034,SC2154

need_jar
need wrk wrk
need curl curl
need_fastify
need_postgres

sluice_load() { wrk_load "http://127.0.0.1:$port" bench/peers/order.lua "$1"; }
echo_load() { wrk_load "http://127.0.0.1:$echo_port" bench/peers/order.lua "$1"; }

start_sluice
start_fastify
start_echo
start_postgres
say "warming up"
sluice_load "$((seconds * 5))" >/dev/null
fastify_load "$seconds" >/dev/null
echo_load "$seconds" >/dev/null
postgres_load 8 on 1 >/dev/null
for _ in $(seq "$runs"); do
    sluice_load "$seconds" | note sluice
    fastify_load "$seconds" | note fastify-redis
    echo_load "$seconds" | note echo
    for clients in 8 64; do
        postgres_load "$clients" on "$seconds" | note "postgres-$clients"
        postgres_load "$clients" off "$seconds" | note "postgres-$clients-async"
    done
done
others=(refused)
print_head
print_table 'orders a second' sluice fastify-redis echo postgres-8 postgres-64 postgres-8-async postgres-64-async
