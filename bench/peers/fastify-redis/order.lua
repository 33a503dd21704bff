-- wrk script: a new order in each request, of one unit of one hot offer, by one of 10,000 viewers, put down to a guide.
local id = 0

function setup(thread)
    count = (count or 0) + 1
    thread:set('number', count)
end

function init()
    math.randomseed(os.time())
    base = math.random(1, 1000000000)
end

function request()
    id = id + 1
    local body = string.format('{"key":"%d-%d-%d","viewer":%d,"offer":1,"quantity":1,"guide":%d}',
        base, number, id, math.random(1, 10000), math.random(1, 100))
    return wrk.format('POST', '/orders', {['Content-Type'] = 'application/json'}, body)
end
