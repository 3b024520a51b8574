-- A lookup that late rows touch again is one lookup still: both parts are put together.
create or replace local temp table merged_lookup as
select
  day, user_id, patient_id, care_unit_id,
  max(care_provider_id)         as care_provider_id,
  min(first_time)               as first_time,
  max(last_time)                as last_time,
  sum(event_count)::uinteger    as event_count,
  bit_or(hours)                 as hours,
  bit_or(activities)            as activities,
  bit_or(purposes)              as purposes,
  bool_or(break_glass)          as break_glass,
  min(declared_reason)          as declared_reason,
  bool_and(incidental)          as incidental,
  bool_or(robot)                as robot,
  null::boolean                 as is_first
from (
  from incoming_lookup
  union all
  select l.* from lookup l
  semi join incoming_lookup i
    on i.day = l.day and i.user_id = l.user_id
    and i.patient_id is not distinct from l.patient_id and i.care_unit_id is not distinct from l.care_unit_id
)
group by all;
delete from lookup using incoming_lookup i
where i.day = lookup.day and i.user_id = lookup.user_id
  and i.patient_id is not distinct from lookup.patient_id and i.care_unit_id is not distinct from lookup.care_unit_id;
insert into lookup from merged_lookup;
