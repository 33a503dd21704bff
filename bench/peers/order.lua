-- wrk script: a new order in each request, of one unit of one hot offer, with a share code of $SHARES, by a viewer whose
-- token is in $TOKENS.
local tokens, shares, id = {}, {}, 0

function setup(thread)
    count = (count or 0) + 1
    thread:set('number', count)
end

function init()
    math.randomseed(os.time())
    base = math.random(1, 1000000000)
    for line in io.lines(os.getenv('TOKENS')) do tokens[#tokens + 1] = 'Bearer ' .. line end
    for line in io.lines(os.getenv('SHARES')) do shares[#shares + 1] = line end
end

function request()
    id = id + 1
    local body = string.format('{"lines":[{"offer":1,"quantity":1}],"share":"%s"}', shares[math.random(1, #shares)])
    return wrk.format('POST', '/api/v1/rooms/1/orders', {
        ['Content-Type'] = 'application/json',
        ['Authorization'] = tokens[math.random(1, #tokens)],
        ['Idempotency-Key'] = string.format('%d-%d-%d', base, number, id)
    }, body)
end
