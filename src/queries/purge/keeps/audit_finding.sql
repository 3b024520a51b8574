t.case_id in (from kept_case)
or (t.day >= $cutoff::date and t.run_id in (select run_id from audit_run where to_day > $cutoff::date or run_id in (from kept_run)))
