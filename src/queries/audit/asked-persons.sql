-- Whom a report names.
create or replace temp table asked_user (user_id varchar);
create or replace temp table asked_patient (patient_id varchar)
