-- Whose lookups, of whom and when, the answers of the rule asked last rest on; a person is known by one key under any id.
with behind as (
  select lookup_no as lead_no, {{lookup_no}} as lookup_no from assessment where flagged
)
select distinct b.lead_no, l.user_id, l.person_key, l.day::varchar as day
from behind b
join every_lookup l on l.lookup_no = b.lookup_no
order by b.lead_no, l.user_id, l.person_key, l.day
