-- Chance as a function of the seed, a stream and a number: no clock, no random(), and the order of work does not matter.
set variable training_seed = $seed::ubigint;
create or replace temp macro draw(stream, id, n) as (hash(getvariable('training_seed'), stream, id) % n::ubigint)::bigint;
create or replace temp macro share(stream, id) as (hash(getvariable('training_seed'), stream, id) % 1000000)::double / 1000000;
create or replace temp macro pick(stream, id, list) as list[1 + (hash(getvariable('training_seed'), stream, id) % len(list))::bigint];
create or replace temp macro user_of(u) as printf('SE5560000000-A%06d', u);
create or replace temp macro unit_of(n) as if(n % 16 = 5, printf('SE5560000001-U%05d', n), if(n % 16 in (3, 4) and n // 16 % 3 = 0, printf('SE5560000002-U%05d', n), printf('SE5560000000-U%05d', n)));
create or replace temp macro provider_of(n) as if(n % 16 = 5, 'SE5560000001-K001', if(n % 16 in (3, 4) and n // 16 % 3 = 0, 'SE5560000002-P001', 'SE5560000000-R001'));
create or replace temp macro date_of(day) as (getvariable('training_from')::date + day::integer);
create or replace temp macro moment_of(day, minute) as (getvariable('training_from')::timestamp + to_days(day::integer) + to_minutes(minute));
set variable training_from = $first_day::date;
