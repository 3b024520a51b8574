-- The user's own lookups, and those of the user's record; where only the last day has moved, colleagues' lookups in between.
insert into reach
with paired as (
  select user_id, person_id, family_name, title, address, postal_code, kind, valid_from,
    count(*) filter (where added) as come, count(*) filter (where not added) as gone,
    min(coalesce(valid_to, date '9999-12-31')) as first_end, max(coalesce(valid_to, date '9999-12-31')) as last_end
  from changed group by all
)
select user_id, null, null, date '0001-01-01', date '9999-12-31' from paired where not (come = 1 and gone = 1)
union all
select null, person_id, null, if(come = 1 and gone = 1, first_end, date '0001-01-01'), if(come = 1 and gone = 1, last_end, date '9999-12-31')
from paired where person_id is not null
