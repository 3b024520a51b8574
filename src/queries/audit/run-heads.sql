select distinct document ->> '$.document.run.trail_head' as trail_head from audit_run order by trail_head
