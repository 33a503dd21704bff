-- wrk script: orders at $RATE a second, one unit of offer 1 each with a new key. wrk makes its load in a closed loop; here
-- every request waits for its own moment of a random plan (exponential gaps), which a connection that is free takes next. A plan
-- that wrk cannot keep makes its rate fall, and the rate is printed.
local ffi = require('ffi')
ffi.cdef [[
    typedef struct { long s; long ns; } moment;
    int clock_gettime(int clock, moment *now);
]]
local MONOTONIC = 1
local clock = ffi.new('moment')
local tokens, id = {}, 0

local function now_ms()
    ffi.C.clock_gettime(MONOTONIC, clock)
    return tonumber(clock.s) * 1000 + tonumber(clock.ns) / 1000000
end

function init()
    math.randomseed(os.time())
    base = math.random(1, 1000000000)
    gap_ms = 1000 / tonumber(os.getenv('RATE'))
    next_ms = now_ms()
    for line in io.lines(os.getenv('TOKENS')) do tokens[#tokens + 1] = 'Bearer ' .. line end
end

function delay()
    next_ms = next_ms - math.log(1 - math.random()) * gap_ms
    return math.max(0, math.floor(next_ms - now_ms() + 0.5))
end

function request()
    id = id + 1
    return wrk.format('POST', '/api/v1/rooms/1/orders', {
        ['Content-Type'] = 'application/json',
        ['Authorization'] = tokens[math.random(1, #tokens)],
        ['Idempotency-Key'] = string.format('%d-%d', base, id)
    }, '{"lines":[{"offer":1,"quantity":1}]}')
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format('FIGURES %.0f %.2f %.2f %.2f %.2f %d', summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.mean / 1000,
        errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
