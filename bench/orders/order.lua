-- wrk script: a new order in each request, of one unit of one hot offer, by a viewer whose token is in $TOKENS.
local tokens, id = {}, 0
function setup(thread)
    count = (count or 0) + 1
    thread:set('number', count)
end

function init()
    math.randomseed(os.time())
    base = math.random(1, 1000000000)
    for line in io.lines(os.getenv('TOKENS')) do tokens[#tokens + 1] = 'Bearer ' .. line end
end

function request()
    id = id + 1
    local body = string.format(
        '{"lines":[{"offer":1,"quantity":1}],"touch":{"store":1,"guide":%d,"group":%d}}',
        math.random(1, 3000), math.random(1, 10000))
    return wrk.format('POST', '/api/v1/rooms/1/orders', {
        ['Content-Type'] = 'application/json',
        ['Authorization'] = tokens[math.random(1, #tokens)],
        ['Idempotency-Key'] = string.format('%d-%d-%d', base, number, id)
    }, body)
end


function done(summary, latency)
    print(string.format('RESULT %.0f %.2f %.2f %d', summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status))
end
