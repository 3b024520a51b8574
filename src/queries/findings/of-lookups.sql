-- What the rules say of single lookups, in the order in which they were asked.
select lookup_no, rule, ['info', 'low', 'medium', 'high', 'critical'][severity + 1] as severity, finding_id, facts::varchar as facts, source
from found order by rowid
