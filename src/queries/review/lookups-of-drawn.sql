-- The lookups of what was drawn.
select d.scope, d.id, lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as lookup_id, l.care_unit_id
from drawn_one d
join sample_lookup l on l.scope is not distinct from d.scope and {{match}}
where not l.kept_out
order by d.scope nulls first, d.id, l.day, lookup_id
