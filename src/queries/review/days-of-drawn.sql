-- The days on which those who were drawn have lookups of their own.
select distinct d.scope, d.id, l.day::varchar as day
from drawn_one d
join sample_lookup l on l.user_id = d.user_id and l.scope is not distinct from d.scope
where l.counts and not l.kept_out
order by d.scope nulls first, d.id, day
