select f.document
from audit_finding f join audit_run r using (run_id)
where f.finding_id = $finding_id
order by r.sequence desc limit 1
