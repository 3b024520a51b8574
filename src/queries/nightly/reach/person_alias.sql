-- Everyone who is, was or becomes one person: their lookups, and those of their records.
insert into reach
with recursive
  pair as (
    select person_id as one, alias_id as other from person_alias
    union
    select alias_id, person_id from person_alias
    union
    select person_id, alias_id from changed
    union
    select alias_id, person_id from changed
  ),
  same(id) as (
    select person_id from changed
    union
    select alias_id from changed
    union
    select p.other from same s join pair p on p.one = s.id
  )
select null as user_id, id as patient_id, null, date '0001-01-01', date '9999-12-31' from same
union all
select user_id, null, null, date '0001-01-01', date '9999-12-31' from staff where person_id in (select id from same)
union all
select distinct user_id, null, null, date '0001-01-01', date '9999-12-31' from access_event where user_person_id in (select id from same)
