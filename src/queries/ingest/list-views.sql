-- Users and seconds in which so many patients were opened or found that it was a list on a screen, and no one's reading.
-- Nearly every second has one lookup: these are counted as numbers, and only what is left is looked at by name.
create or replace local temp table list_view as
with
  seen as (
    select user_id, {{second}} as second, patient_id
    from raw_row
    where user_id is not null and patient_id is not null
      and activity in (select raw from code_map where field = 'activity' and word in ('read', 'search'))
  ),
  crowded as (
    select hash(user_id, second) as moment from seen group by all having count(*) >= $patients
  )
select user_id, second
from seen
where hash(user_id, second) in (from crowded)
group by all
having count(distinct patient_id) >= $patients
