select relation_grade as grade, coalesce(reason_id, relation_cause) as reason, count(*) as lookups
from graded_lookup
group by all
order by lookups desc, grade, reason
