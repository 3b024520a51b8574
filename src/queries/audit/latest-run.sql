select run_id, document from audit_run
where $run_id is null or run_id = $run_id
order by sequence desc limit 1
