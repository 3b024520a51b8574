create or replace temp table run_finding (
  finding_id varchar, case_id varchar, rule varchar, user_id varchar, patient_id varchar, care_unit_id varchar, day varchar,
  document varchar
)
