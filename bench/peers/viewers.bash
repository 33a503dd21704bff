# Memory of a socket that only listens. A new process each run; a tenth of the sockets comes and goes first, so that what is
# loaded once is not counted.
#
#   heap      of Sluice, used after a full collection (jcmd GC.run), with and without the sockets
#   resident  of the server's processes (VmRSS), shared pages of nchan's workers counted once for each (RssShmem is taken off)
#   kernel    what the kernel's slabs grew by, of both ends, halved; beside the process, not in it
# In bytes a socket. The first column is the resident part, for both; nchan has no heap to look at.
# shellcheck shell=bash disable=SC2034,SC2154

need_jar
need jcmd openjdk-17-jdk-headless
need curl curl
need pgrep procps
need_nchan
need_descriptors "$sockets"

resident() {
    local files=("${@/#//proc/}")
    awk '/^VmRSS/ { kb += $2 } /^RssShmem/ { kb -= $2 } END { print kb * 1024 }' "${files[@]/%//status}"
}

slab() { awk '/^Slab:/ { print $2 * 1024 }' /proc/meminfo; }

# heap PID: used, in bytes.
heap() {
    jcmd "$1" GC.run >"$work/jcmd"
    jcmd "$1" GC.run >"$work/jcmd"
    jcmd "$1" GC.heap_info | sed -n 's/.*used \([0-9]*\)K.*/\1/p' | awk 'NR == 1 { print $1 * 1024 }'
}

no_heap() { echo 0; }

# open_sockets COUNT ARGUMENT...: in a process that holds them until its stdin ends.
open_sockets() {
    mkfifo "$work/hold"
    peer_load idle "${@:2}" "$1" <"$work/hold" >"$work/idle.log" 2>&1 &
    holder=$!
    exec 9>"$work/hold"
    rm "$work/hold"
    for _ in $(seq 1200); do grep -q '^open' "$work/idle.log" && return; kill -0 "$holder" 2>/dev/null || break; sleep 0.1; done
    fail "the sockets could not be opened: $(tail -1 "$work/idle.log")"
}

close_sockets() {
    exec 9>&-
    wait "$holder"
}

# measure NAME HEAP PIDS ARGUMENT...: notes resident, heap and kernel bytes a socket.
measure() {
    local pids heap_before resident_before slab_before
    read -r -a pids <<<"$3"
    open_sockets $((sockets / 10)) "${@:4}"
    close_sockets
    heap_before=$("$2" "${pids[0]}")
    resident_before=$(resident "${pids[@]}")
    slab_before=$(slab)
    open_sockets "$sockets" "${@:4}"
    local heap_after
    heap_after=$("$2" "${pids[0]}")
    echo "$(($(resident "${pids[@]}") - resident_before)) $((heap_after - heap_before)) $(($(slab) - slab_before))" \
        | awk -v n="$sockets" '{ printf "%.0f %.0f %.0f\n", $1 / n, $2 / n, $3 / n / 2 }' | note "$1"
    close_sockets
}

for _ in $(seq "$runs"); do
    start_sluice
    measure sluice heap "$sluice_pid" "http://127.0.0.1:$port" "$work/tokens"
    stop "$sluice_pid"
    start_nchan
    measure nchan no_heap "$(pgrep -P "$nchan_pid" | tr '\n' ' ')" "http://127.0.0.1:$nchan_port"
    stop "$nchan_pid"
done
print_head
echo
echo '| bytes a socket | resident | heap | kernel |'
echo '| --- | --- | --- | --- |'
for name in sluice nchan; do
    echo "| $name | $(median_of $name 1) | $(median_of $name 2) | $(median_of $name 3) |"
done
