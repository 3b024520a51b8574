-- The lookups of the cases asked about, with what explains each.
select
  a.case_id, a.lookup_id,
  l.user_id, l.patient_id, l.care_unit_id, l.day::varchar as day,
  strftime(l.first_time, '%Y-%m-%dT%H:%M:%S') as first_time,
  strftime(l.last_time, '%Y-%m-%dT%H:%M:%S') as last_time,
  l.event_count, l.activities, l.relation_grade, l.reason_id, l.relation_cause
from (
  select *, lookup_id(user_id, patient_id, care_unit_id, day) as lookup_id from every_lookup
) l
join asked_case_lookup a on a.lookup_id = l.lookup_id
order by a.case_id, l.day, l.first_time, a.lookup_id
