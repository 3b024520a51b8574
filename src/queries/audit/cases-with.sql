-- How many cases of these runs each unit has of those with a finding of such a severity, in the order of what is not handed out.
select c.care_unit_id, count(*) as cases, count(*) filter (where c.handed_out) as handed_out
from audit_case c
where c.run_id in (select unnest(string_split($runs, ' '))) and exists (
  select 1 from audit_finding f
  where f.run_id = c.run_id and f.case_id = c.case_id and not (f.document::json ->> '$.suppressed')::boolean
    and list_contains(string_split($severities, ' '), f.document::json ->> '$.severity')
)
group by c.care_unit_id
order by min(c.place) filter (where not c.handed_out) nulls last, min(c.place)
