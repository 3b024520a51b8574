-- The first in the order of SHA-256 over the seed and the id: no chance but the seed's, and anyone can do it again.
select p.scope, p.id, p.user_id, p.person_key, p.patient_id, p.care_unit_id, p.day::varchar as day
from population p
join draw_size s on s.scope is not distinct from p.scope
qualify row_number() over (partition by p.scope order by sha256($seed || ' ' || p.id)) <= s.size
order by p.scope nulls first, sha256($seed || ' ' || p.id)
