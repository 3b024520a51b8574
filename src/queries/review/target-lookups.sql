-- The lookups that a targeted control is aimed at: of a user, of a patient under any id, of a unit, of the watchlist.
select
  lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id,
  l.user_id, l.patient_id, l.care_unit_id, l.day::varchar as day
from graded_lookup l
where ($user_id is null or l.user_id = $user_id)
  and ($care_unit_id is null or l.care_unit_id = $care_unit_id)
  and ($patient_id is null or l.person_key = coalesce((select k.person_key from person_key k where k.id = $patient_id), $patient_id))
  and (not $watched::boolean or exists (
    select 1 from watchlist w left join person_key k on k.id = w.patient_id
    where coalesce(k.person_key, w.patient_id) = l.person_key
      and coalesce(w.valid_from, l.day) <= l.day and coalesce(w.valid_to, l.day) >= l.day
  ))
order by l.user_id, l.patient_id, l.care_unit_id, l.day, lookup_id
