select document ->> '$.document.run.trail_head' as trail_head from audit_run where run_id = $run_id
