select
  l.lookup_no,
  lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id,
  l.user_id, l.patient_id, l.care_unit_id, l.day::varchar as day,
  strftime(l.first_time, '%Y-%m-%dT%H:%M:%S') as first_time,
  strftime(l.last_time, '%Y-%m-%dT%H:%M:%S') as last_time,
  l.event_count, l.activities, l.purposes, l.relation_grade, l.reason_id, l.relation_cause
from graded_lookup l
order by l.day, l.first_time, l.care_unit_id
