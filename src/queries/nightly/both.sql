-- What both runs have of the findings asked about, as each has it.
select n.document as now, o.document as before
from audit_finding n
join audit_finding o on o.run_id = $before and o.finding_id = n.finding_id
where n.run_id = $run_id and n.finding_id in (select lookup_id from asked_gone)
order by n.rowid
