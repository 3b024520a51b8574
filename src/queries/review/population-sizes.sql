-- How many there are to draw from, and the hash of their sorted list: a line each, as `LC_ALL=C sort | sha256sum` has it.
select scope, count(*) as population, sha256(string_agg(id, chr(10) order by id) || chr(10)) as sha256
from population group by scope order by scope nulls first
