-- The findings of the runs that hold which rest on several lookups.
select document
from audit_finding
where run_id in (select unnest(string_split($runs, ' '))) and json_array_length(document, '$.lookup_ids') > 1
order by finding_id
