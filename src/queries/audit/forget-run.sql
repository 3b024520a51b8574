delete from audit_run where run_id = $run_id;
delete from audit_finding where run_id = $run_id;
delete from audit_case where run_id = $run_id;
