-- The cases of a run, in the order in which they are handed out.
select document from audit_case where run_id = $run_id and (handed_out or not $handed_out) order by place
