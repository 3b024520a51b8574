-- Does a finding of any run belong to this case?
select count(*) > 0 as known from (select 1 from audit_finding where case_id = $case_id limit 1)
