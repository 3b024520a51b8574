-- The findings of the latest run that rest on several lookups.
select document
from audit_finding
where run_id = (select run_id from audit_run order by sequence desc limit 1) and json_array_length(document, '$.lookup_ids') > 1
order by finding_id
