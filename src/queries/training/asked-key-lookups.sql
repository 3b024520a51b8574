-- Which lookups does an answer key name?
create or replace temp table key_lookup (user_id varchar not null, patient_id varchar not null, day varchar not null)
