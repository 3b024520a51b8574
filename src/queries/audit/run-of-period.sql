select run_id from audit_run where from_day = $from::date and to_day = $to::date order by sequence desc limit 1
