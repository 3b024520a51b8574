-- The lookups behind each answer of a rule that gathers.
with behind as (
  select lookup_no as lead_no, unnest(lookups) as lookup_no from assessment where flagged
)
select
  b.lead_no,
  lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id,
  l.day::varchar as day,
  strftime(l.first_time, '%Y-%m-%dT%H:%M:%S') as first_time,
  strftime(l.last_time, '%Y-%m-%dT%H:%M:%S') as last_time,
  l.event_count
from behind b
join every_lookup l on l.lookup_no = b.lookup_no
order by b.lead_no, l.day, l.first_time, lookup_id
