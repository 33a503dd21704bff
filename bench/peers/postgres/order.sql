\set viewer random(1, 10000)
\set guide random(1, 100)
\set key random(1, 9000000000000000000)
with taken as (
    update stock set available = available - 1 where offer = 1 and available >= 1 returning offer
)
insert into orders select :key, :viewer, offer, 1, :guide from taken;
