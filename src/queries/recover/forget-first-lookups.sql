-- What a batch may have said of first lookups: those of its pairs, and all where its days are the oldest.
update lookup
set is_first = null
where is_first is not null and (
  $first_day::date <= (select min(day) from lookup)
  or (user_id, patient_id) in (select (user_id, patient_id) from access_event where batch_id = $batch_id)
)
