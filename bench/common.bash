# What the scripts of bench share: they are sourced in the project's folder. Whatever is started here is ended, and what it wrote
# deleted, when the script ends.
# shellcheck shell=bash disable=SC2034

# Figures are written and read with a decimal point.
export LC_ALL=C
# Where Debian keeps nginx.
PATH=$PATH:/usr/sbin
runs=${RUNS:-5}
seconds=${SECONDS_A_RUN:-8}
port=${PORT:-18080}
java=${JAVA:-java}
jar=ops/target/sluice.jar
connections=64
work=$(mktemp -d "${TMPDIR:-/tmp}/sluice-bench.XXXXXX")
load_before=$(cut -d' ' -f1 /proc/loadavg)

finish() {
    local pid
    for pid in $(jobs -pr); do kill "$pid" 2>/dev/null || true; done
    wait
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$*" >&2
    exit 1
}

say() { echo "$*" >&2; }

# need PROGRAM PACKAGE: a program of a Debian package.
need() { command -v "$1" >/dev/null || fail "$1 is missing: apt-get install $2"; }

need_jar() {
    need "$java" openjdk-17-jdk-headless
    [[ -f $jar ]] || fail "$jar is missing: mvn -q -DskipTests package"
}

# As many descriptors as a process may have; fails when they are too few for so many sockets.
need_descriptors() {
    ulimit -n "$(ulimit -Hn)"
    (($(ulimit -n) >= $1 + 500)) || fail "$1 sockets need $(($1 + 500)) descriptors a process, and $(ulimit -n) are allowed"
}

await() {
    for _ in $(seq 200); do "$@" >"$work/await" 2>&1 && return; sleep 0.1; done
    cat "$work/await" "$work"/*.log >&2
    fail "gave up waiting for: $*"
}

# start LOG COMMAND...: in the background; its pid is $pid.
start() {
    "${@:2}" >"$work/$1.log" 2>&1 &
    pid=$!
}

stop() { kill "$1"; wait "$1" 2>/dev/null || true; }

# start_sluice [NAME=VALUE...]: at DISK, with a room, an offer and the brand's people, and these properties besides. Leaves
# tokens of 20,000 viewers in $work/tokens and share codes of 100 guides in $work/shares.
start_sluice() {
    local config=$work/serve.properties
    rm -rf "$work/data"
    cat >"$config" <<CONFIG
sluice.data=$work/data
sluice.engine.durability=DISK
sluice.gateway.host=127.0.0.1
sluice.gateway.port=$port
sluice.gateway.managementPort=$((port + 1))
sluice.gateway.token.secret=a-secret-for-a-measurement-and-nothing-else
sluice.gateway.webhook.secret=a-secret-for-a-measurement-and-nothing-else
sluice.gateway.share.secret=a-secret-for-a-measurement-and-nothing-else
sluice.gateway.rate.address=0
sluice.gateway.rate.order=0
sluice.gateway.rate.touch=0
sluice.gateway.rate.comment=0
sluice.gateway.rate.ticket=0
sluice.gateway.tickets.perSecond=0
sluice.gateway.room.connections=19500
CONFIG
    (($# == 0)) || printf 'sluice.gateway.%s\n' "$@" >>"$config"
    [[ -f $work/tokens ]] || "$java" -jar "$jar" token --config "$config" --role viewer --subject 1 --count 20000 >"$work/tokens"
    operator=$("$java" -jar "$jar" token --config "$config" --role operator --subject 1)
    start sluice "$java" -jar "$jar" serve --config "$config"
    sluice_pid=$pid
    await curl -sf "http://127.0.0.1:$((port + 1))/readyz"
    set_up_room
}

set_up_room() {
    local guide
    operate PUT rooms/1 '{"title":"bench","startsAt":"2026-01-01T00:00:00Z"}'
    operate POST rooms/1/state '{"state":"LIVE"}'
    operate PUT items/1 '{"title":"bench"}'
    operate POST items/1/stock '{"change":1000000000,"reason":"RESTOCK"}'
    operate PUT rooms/1/offers/1 '{"item":1,"listPriceFen":9900,"opensAt":"2026-01-01T00:00:00Z"}'
    operate PUT attribution-policy \
        '{"rules":["CARRIED","GUIDE_BINDING","GROUP","LAST_TOUCH","ROOM_HOST"],"binding":"FIRST_TOUCH","bindingDays":180,"touchWindowHours":72}'
    load stores <<<$'store,name,latitude_e6,longitude_e6\n1,bench,,'
    { echo guide,name,stores,viewer,active; for guide in $(seq 100); do echo "$guide,bench,1,,1"; done; } | load guides
    for guide in $(seq 100); do
        call POST share-codes -H 'Content-Type: application/json' -d "{\"room\":1,\"guide\":$guide}" \
            | grep -o '[^"]*", *"path' | cut -d'"' -f1
    done >"$work/shares"
}

# call METHOD PATH [CURL_OPTION...]: the API, as an operator.
call() { curl -sSf -X "$1" -H "Authorization: Bearer $operator" "${@:3}" "http://127.0.0.1:$port/api/v1/$2"; }

operate() { call "$1" "operator/$2" -H 'Content-Type: application/json' -d "$3" >"$work/operate"; }

load() { call POST "operator/imports/$1" -H 'Content-Type: text/csv' --data-binary @- >"$work/operate"; }

# wrk_load URL SCRIPT SECONDS: prints the rate, p50 and p99 in ms, and how many answers were none of 2xx.
wrk_load() {
    TOKENS=$work/tokens SHARES=$work/shares wrk -t1 -c"$connections" -d"$3s" -s "$2" --latency "$1" | awk '
        function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text ~ /m$/ ? text * 60000 : text * 1000 }
        /^ +50%/ { p50 = ms($2) }
        /^ +99%/ { p99 = ms($2) }
        /^Requests\/sec/ { rate = $2 }
        /Non-2xx/ { other += $NF }
        /Socket errors/ { for (i = 4; i <= NF; i += 2) other += $i }
        END { printf "%.0f %.2f %.2f %d\n", rate, p50, p99, other }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# median_of NAME COLUMN: of all runs of a name.
median_of() { cut -d' ' -f"$2" "$work/runs/$1" | median; }

# sum_of NAME COLUMN: over all runs of a name, for what should be 0 in each.
sum_of() { cut -d' ' -f"$2" "$work/runs/$1" | awk '{ sum += $1 } END { print sum + 0 }'; }

# note NAME: the figures of a run, on stdin.
note() {
    local figures
    figures=$(cat)
    [[ -n $figures ]] || fail "$1 gave no figures"
    mkdir -p "$work/runs"
    echo "$figures" >>"$work/runs/$1"
    say "$1: $figures"
}

# What has to stand above a table of figures.
print_machine() {
    echo "$(date +%F), $(nproc) processors ($(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -1))," \
        "$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
        "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)," \
        "$("$java" -version 2>&1 | sed -n '1s/ version "\([^"]*\)".*/ \1/p'), load before $load_before"
}
