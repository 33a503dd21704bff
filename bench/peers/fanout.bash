# One message to all sockets, some 250 bytes each, which the rehearsal's own light sockets receive in a process beside.
#
# nchan sends what it is posted. Sluice gathers: a room has a tick so often, and what was said since is in one frame. So here a tick
# shows one comment, and ticks are a little more frequent than messages ever are (400,000 deliveries a second asked): then a message
# is a frame of its own, as nchan's are. But Sluice's has been a command of the core's, is in the journal, forced, and its frame tells
# viewers and who said it besides. Ticks that were a lot more frequent would be unfair to Sluice: an event loop that is more than
# eight ticks behind, empty ones too, sends its viewers pictures of the room instead. Ticks do not slow down here, as they would by
# themselves, for they are what is counted.
#
# Deliveries a second are asked in steps. Up to what a server can do it delivers them, and delays mean something: from sending the
# message to each arrival, with Sluice the wait for a tick besides. Past that nchan answers posts late, and no more than 8 are
# without an answer, so it goes as fast as it can; Sluice takes comments and leaves out ticks for who is behind. The most of
# either over all steps is what it can do. A delivery is a frame that brings the message; bytes are all that came, a delivery.
# Sluice has as many event loops as nginx has workers: one a processor.
# shellcheck shell=bash disable=SC2034,SC2154

asked=(30000 100000 200000 400000)
tick_ms=$((sockets / 400))

need_jar
need curl curl
need_nchan
need_descriptors "$sockets"
((tick_ms >= 10)) || fail "SOCKETS=$sockets is too few: 4000 at least, for Sluice has at most a hundred ticks a second"

# Messages a second for so many deliveries.
rate_of() { awk "BEGIN { printf \"%.2f\", $1 / $sockets }"; }
sluice_load() { peer_load comments "http://127.0.0.1:$port" "$work/tokens" "$sockets" "$(rate_of "$1")" "$seconds"; }
nchan_load() { peer_load posts "http://127.0.0.1:$nchan_port" "$sockets" "$(rate_of "$1")" "$seconds"; }

start_sluice room.tickMs=$tick_ms room.slowestTickMs=$tick_ms room.comments=1 eventLoops="$(nproc)"
start_nchan
say "warming up"
sluice_load 100000 >/dev/null
for _ in $(seq "$runs"); do
    for step in "${asked[@]}"; do
        sluice_load "$step" | note "sluice-$step"
        nchan_load "$step" | note "nchan-$step"
    done
done
others=('messages a second' refused 'bytes a delivery')
print_head
for step in "${asked[@]}"; do
    print_table 'deliveries a second' "sluice-$step" "nchan-$step"
done
