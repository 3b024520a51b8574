-- Months with a current finding that a suppression is about.
select distinct date_trunc('month', r.from_day)::date::varchar as month
from audit_finding f
join audit_run r on r.run_id = f.run_id
where f.run_id in (select unnest(string_split($runs, ' '))) and f.rule = $rule
  and ($user_id is null or f.user_id = $user_id) and ($patient_id is null or f.patient_id = $patient_id)
  and ($care_unit_id is null or f.care_unit_id = $care_unit_id)
