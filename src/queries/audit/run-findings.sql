select document from audit_finding where run_id = $run_id order by rowid
