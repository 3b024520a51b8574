create or replace temp table asked_patient (patient_id varchar)
