select finding_id from kept_store.audit_finding where run_id = $run_id and case_id = $case_id
