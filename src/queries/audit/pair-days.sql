-- The first and last day that the user opened the person's record, under any number of either.
select min(l.day)::varchar as first_day, max(l.day)::varchar as last_day
from lookup l
left join person_key k on k.id = l.patient_id
where l.user_id = $user_id
  and coalesce(k.person_key, l.patient_id) = coalesce((select person_key from person_key where id = $patient_id), $patient_id)
