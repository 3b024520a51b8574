-- The user's own lookups, and those of the records of all who have the account at some time: one row's begin is another's end.
-- Where only the last day has moved, colleagues' lookups in between.
insert into reach
with
  paired as (
    select user_id, person_id, family_name, title, address, postal_code, kind, valid_from,
      count(*) filter (where added) as come, count(*) filter (where not added) as gone,
      min(coalesce(valid_to, date '9999-12-31')) as first_end, max(coalesce(valid_to, date '9999-12-31')) as last_end
    from changed group by all
  ),
  described as (
    select distinct user_id from paired where not (come = 1 and gone = 1)
  )
select user_id, null, null, date '0001-01-01', date '9999-12-31' from described
union all
select null, person_id, null, first_end, last_end from paired where person_id is not null and come = 1 and gone = 1
union all
select null, person_id, null, date '0001-01-01', date '9999-12-31'
from (
  select user_id, person_id from changed
  union
  select user_id, person_id from staff
)
where person_id is not null and user_id in (select user_id from described)
