-- The first lookup of a patient by a user, for the pairs just touched and those not yet known; NULL until the store holds
-- 90 earlier days.
update lookup
set is_first = (lookup.day = pair.first_day)
from (
  select l.user_id, l.patient_id, min(l.day) as first_day
  from lookup l
  semi join (
    select user_id, patient_id from incoming_lookup
    union
    select user_id, patient_id from lookup where is_first is null and day >= (select min(day) from lookup) + 90
  ) touched on touched.user_id = l.user_id and touched.patient_id = l.patient_id
  group by all
) pair
where pair.user_id = lookup.user_id and pair.patient_id = lookup.patient_id
  and lookup.day >= (select min(day) from lookup) + 90
