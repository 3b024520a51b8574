t.case_id in (from kept_case)
or exists (
  select 1 from audit_finding f
  where f.run_id = t.run_id and f.case_id = t.case_id and f.day >= $cutoff::date
    and f.run_id in (select run_id from audit_run where to_day > $cutoff::date or run_id in (from kept_run))
)
