# One message to all sockets, some 250 bytes each, which the rehearsal's own light sockets receive in a process beside.
#
# nchan sends what it is posted. Sluice gathers: a room has a tick so often, and what was said since is in one frame. So here its
# ticks come every 10 ms and show one comment each, and comments come more slowly than that: then a message is a frame of its
# own, as nchan's are, but a frame of Sluice's has been an order of the core's, is in the journal, forced, and tells stock,
# viewers and who said it besides. A viewer who falls behind loses ticks with Sluice and gets a picture; nchan queues for it.
#
# "fast": 400,000 deliveries a second are asked, more than either can; no more than 8 messages are without an answer.
# "paced": 30,000 are, and delays mean something: from sending the message to each arrival, with Sluice up to 10 ms of them the
# wait for a tick. A delivery is a frame that brings the message; bytes are all that came, a delivery.
# shellcheck shell=bash disable=SC2034,SC2154

need_jar
need curl curl
need_nchan
need_descriptors "$sockets"

rate_of() { awk "BEGIN { printf \"%.2f\", $1 / $sockets }"; }
sluice_load() { peer_load comments "http://127.0.0.1:$port" "$work/tokens" "$sockets" "$(rate_of "$1")" "$seconds"; }
nchan_load() { peer_load posts "http://127.0.0.1:$nchan_port" "$sockets" "$(rate_of "$1")" "$seconds"; }

(($(rate_of 400000 | cut -d. -f1) < 90)) || fail "SOCKETS=$sockets is too few: Sluice has at most a hundred ticks a second"
start_sluice room.tickMs=10 room.comments=1
start_nchan
say "warming up"
sluice_load 400000 >/dev/null
for _ in $(seq "$runs"); do
    sluice_load 400000 | note sluice-fast
    nchan_load 400000 | note nchan-fast
    sluice_load 30000 | note sluice-paced
    nchan_load 30000 | note nchan-paced
done
others=('messages a second' refused 'bytes a delivery')
print_table 'deliveries a second' sluice-fast nchan-fast
echo
print_table 'deliveries a second, paced' sluice-paced nchan-paced
