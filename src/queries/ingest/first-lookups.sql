-- The first lookup of a patient by a user, for the pairs just touched; NULL until the store holds 90 earlier days.
update lookup
set is_first = (lookup.day = pair.first_day)
from (
  select l.user_id, l.patient_id, min(l.day) as first_day
  from lookup l semi join incoming_lookup i on i.user_id = l.user_id and i.patient_id = l.patient_id
  group by all
) pair
where pair.user_id = lookup.user_id and pair.patient_id = lookup.patient_id
  and lookup.day >= (select min(day) from lookup) + 90
