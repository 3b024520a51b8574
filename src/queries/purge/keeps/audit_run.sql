t.to_day > $cutoff::date
or t.run_id in (from kept_run)
or t.run_id in (select run_id from audit_finding where case_id in (from kept_case))
