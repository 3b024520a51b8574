-- Every row of the log behind the lookups of a case, for a request that is logged.
select
  strftime(e.local_time, '%Y-%m-%d %H:%M:%S') as local_time,
  e.user_id, e.patient_id, e.care_unit_id, e.activity, e.activity_raw, e.purpose, e.resource_type, e.resource_id,
  e.owner_care_unit_id, e.source_system, e.workstation, e.network_address, e.declared_reason
from access_event e
join (
  select distinct l.user_id, l.patient_id, l.care_unit_id, l.day
  from (select *, lookup_id(user_id, patient_id, care_unit_id, day) as lookup_id from lookup) l
  join asked_case_lookup a on a.lookup_id = l.lookup_id
) l
  on l.user_id = e.user_id and l.patient_id is not distinct from e.patient_id
    and l.care_unit_id is not distinct from e.care_unit_id and l.day = e.local_time::date
order by e.local_time, e.user_id, e.patient_id, e.batch_id, e.source_row
