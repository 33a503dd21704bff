create table stock (offer bigint primary key, available bigint not null);
create table orders (key text primary key, viewer bigint not null, offer bigint not null, quantity int not null, guide bigint);
insert into stock values (1, 1000000000);
