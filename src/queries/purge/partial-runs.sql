-- Runs that stay and reach back over the day: their cases go with their findings.
select r.run_id, r.document
from audit_run r
semi join kept_store.audit_run k on k.run_id = r.run_id
where r.from_day < $cutoff::date
order by r.sequence
