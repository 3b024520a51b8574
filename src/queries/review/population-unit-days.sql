create or replace temp table population as
select distinct
  scope, care_unit_id || ' ' || day::varchar as id,
  cast(null as varchar) as user_id, cast(null as varchar) as person_key, cast(null as varchar) as patient_id, care_unit_id, day
from sample_lookup
where counts and not kept_out and care_unit_id is not null
