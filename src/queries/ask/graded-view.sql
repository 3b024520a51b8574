-- The lookups of the period with their care relation, masked like the others.
create or replace temp view masked_graded_lookup as
select
  g.day,
  coalesce(u.pseudonym, g.user_id)       as user_id,
  coalesce(p.pseudonym, g.patient_id)    as patient_id,
  g.care_unit_id,
  g.care_provider_id,
  g.first_time,
  g.last_time,
  g.event_count,
  g.is_first,
  g.incidental,
  g.is_search_only,
  g.has_written,
  g.has_output,
  g.is_emergency,
  g.relation_grade,
  g.reason_id,
  g.relation_cause
from graded_lookup g
left join masked_person u on u.kind = 'user' and u.id = g.user_id
left join masked_person p on p.kind = 'patient' and p.id = g.patient_id
