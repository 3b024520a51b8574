create or replace temp table asked_gone (lookup_id varchar, user_id varchar, patient_id varchar)
