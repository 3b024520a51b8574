-- What the lookups themselves say.
select
  l.lookup_no,
  lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id,
  l.activities, l.purposes, l.break_glass, l.declared_reason, l.incidental, l.is_first, l.relation_grade, l.reason_id, l.relation_cause,
  l.event_count,
  c.covers_from::varchar as covers_from, c.covers_to::varchar as covers_to, 'coverage:' || c.batch_id as coverage_source
from asked_lookup a
join graded_lookup l using (lookup_no)
left join lateral (
  select min(covers_from) as covers_from, max(covers_to) as covers_to, max(batch_id) as batch_id
  from coverage
  where kind = 'care_contact' and (care_unit_id is null or care_unit_id = l.care_unit_id)
) c on true
order by l.lookup_no
