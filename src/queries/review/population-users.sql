create or replace temp table population as
select distinct
  scope, user_id as id,
  user_id, cast(null as varchar) as person_key, cast(null as varchar) as patient_id, cast(null as varchar) as care_unit_id, cast(null as date) as day
from sample_lookup
where counts and not kept_out
