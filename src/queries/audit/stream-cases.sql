-- The cases of a run with their findings, in the order in which they are handed out.
select '{"file":' || c.document || ',"findings":[' || string_agg(f.document, ',' order by f.rowid) || ']}' as document
from audit_case c
join audit_finding f on f.case_id = c.case_id
where c.run_id = $run_id and f.run_id = $run_id
group by c.place, c.document
order by c.place
