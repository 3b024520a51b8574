-- The lookups that a draw is about. `scope` is the unit where each unit is drawn from by itself. What was only shown in a
-- list, and the records of test patients, stand for nobody's reading: they are in what is drawn, but nothing is drawn for them.
create or replace temp table sample_lookup as
select
  l.user_id, l.patient_id, l.person_key, l.care_unit_id, l.day,
  if($by_unit::boolean, l.care_unit_id, null)                  as scope,
  not l.incidental and l.bar is distinct from 'test_patient'   as counts,
  exists (
    select 1 from kept_out k
    where k.user_id = l.user_id and (k.care_unit_id is null or k.care_unit_id = l.care_unit_id)
  )                                                            as kept_out
from period_lookup l
where not l.is_robot and l.in_period
  and (not $by_unit::boolean or l.care_unit_id is not null)
  and ((select count(*) = 0 from asked_unit) or l.care_unit_id in (select care_unit_id from asked_unit))
