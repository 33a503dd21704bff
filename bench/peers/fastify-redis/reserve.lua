-- One order, all or nothing. KEYS: keys seen, what each viewer has, the offer's stock, the stream of orders.
-- ARGV: key, viewer, quantity, most a viewer may have, guide.
local quantity = tonumber(ARGV[3])
if redis.call('SADD', KEYS[1], ARGV[1]) == 0 then
    return {'REPEATED'}
end
if redis.call('HINCRBY', KEYS[2], ARGV[2], quantity) > tonumber(ARGV[4]) then
    redis.call('HINCRBY', KEYS[2], ARGV[2], -quantity)
    return {'LIMIT_REACHED'}
end
if redis.call('DECRBY', KEYS[3], quantity) < 0 then
    redis.call('INCRBY', KEYS[3], quantity)
    redis.call('HINCRBY', KEYS[2], ARGV[2], -quantity)
    return {'SOLD_OUT'}
end
local order = redis.call('XADD', KEYS[4], '*', 'key', ARGV[1], 'viewer', ARGV[2], 'quantity', quantity, 'guide', ARGV[5])
return {'RESERVED', order}
