-- A patient of several numbers is one, under the least of those that were logged.
create or replace temp table population as
select
  scope, min(patient_id) as id,
  cast(null as varchar) as user_id, person_key, min(patient_id) as patient_id, cast(null as varchar) as care_unit_id, max(day) as day
from sample_lookup
where counts and not kept_out and person_key is not null
group by scope, person_key
