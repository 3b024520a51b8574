create or replace temp table population as
select scope, lookup_id(user_id, patient_id, care_unit_id, day) as id, user_id, person_key, patient_id, care_unit_id, day
from sample_lookup
where counts and not kept_out
