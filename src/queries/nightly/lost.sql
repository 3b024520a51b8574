-- The findings of an earlier run that the new one does not have.
select f.document
from audit_finding f
where f.run_id = $before
  and not exists (select 1 from audit_finding n where n.run_id = $run_id and n.finding_id = f.finding_id)
order by f.rowid
