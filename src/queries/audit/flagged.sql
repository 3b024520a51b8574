-- What the rule flagged, with the lookup it is about; of a rule that gathers the lookup is the one that stands for all.
select
  a.lookup_no,
  lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id,
  l.user_id, l.patient_id, l.person_key, l.care_unit_id, l.day::varchar as day,
  strftime(l.first_time, '%Y-%m-%dT%H:%M:%S') as first_time,
  strftime(l.last_time, '%Y-%m-%dT%H:%M:%S') as last_time,
  l.event_count, l.relation_grade, l.is_first,
  {{source}} as source,
  to_json({{facts}}) as facts
from assessment a
join every_lookup l on l.lookup_no = a.lookup_no
where a.flagged
order by l.day, l.first_time, l.user_id, l.patient_id, l.care_unit_id
