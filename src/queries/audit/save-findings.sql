insert into audit_finding
select $run_id, finding_id, case_id, rule, user_id, patient_id, care_unit_id, day::date, document from run_finding
