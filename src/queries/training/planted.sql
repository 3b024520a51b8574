-- What a scenario has added, as it is to be written.
create or replace temp table planted as
select n::bigint as n, u::bigint as u, unit::bigint as unit, day::integer as day, minute::integer as minute, p::bigint as p, recipe, station from planted_text order by n::bigint;
-- a contact is hidden with what it brought: eight numbers belong together
create or replace temp table hidden_contact as
select c.cid from contact c where c.cid > 0 and c.cid // 8 in (select cid::bigint // 8 from hidden_text);
create or replace temp table extra_contact as
select 'VK-T' || printf('%06d', n::integer) as contact_id, p::bigint as p, unit::bigint as unit, kind, day::integer as day, minute::integer as minute, responsible::bigint as responsible,
  registered_by::bigint as registered_by, registered_minute::integer as registered_minute from extra_contact_text;
create or replace temp table extra_absence as select u::bigint as u, kind, first_day::integer as first_day, last_day::integer as last_day from extra_absence_text;
create or replace temp table extra_watch as select p::bigint as p, reason, first_day::integer as first_day, last_day::integer as last_day from extra_watch_text;
update named_person set protection = 'confidentiality_flag' where p in (select p::bigint from protected_text);
