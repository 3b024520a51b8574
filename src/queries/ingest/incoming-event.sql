-- The rows as events: typed, normalised, with the hash that is their identity, and why a row cannot be kept.
create or replace local temp {{kept_as}} as
with
  timed as (
    select
      raw_row.*,
      {{instant}}                                                                     as instant,
      if(instant is null, {{local}}, timezone(getvariable('zone'), instant))          as wall_time
    from raw_row
  )
select
  if(
    {{record_id}} is null,
    md5_number(concat_ws(chr(31), 'row', r.source_system, {{row_text}})),
    md5_number(concat_ws(chr(31), 'record', coalesce(r.source_system, ''), {{record_id}}, coalesce({{patient_id}}, ''),
                         coalesce(r.resource_type, ''), coalesce(r.resource_id, '')))
  )                                                                                   as event_id,
  {{record_id}}                                                                       as record_id,
  coalesce(
    r.instant,
    if(z.utc_offset is null, timezone(getvariable('zone'), r.wall_time), make_timestamptz(epoch_us(r.wall_time) - z.utc_offset))
  )                                                                                   as occurred_at,
  r.wall_time                                                                         as local_time,
  case
    when r.wall_time is null then null
    when r.instant is not null then 'offset'
    when length(r.occurred_at) <= 10 then 'date_only'
    else coalesce(shift.time_quality, 'local')
  end                                                                                 as time_quality,
  {{user_id}}                                                                         as user_id,
  {{user_name}}                                                                       as user_name,
  {{user_title}}                                                                      as user_title,
  {{user_person_id}}                                                                  as user_person_id,
  {{assignment}}                                                                      as assignment,
  {{care_unit_id}}                                                                    as care_unit_id,
  {{care_provider_id}}                                                                as care_provider_id,
  {{patient_id}}                                                                      as patient_id,
  {{patient_id_type}}                                                                 as patient_id_type,
  {{patient_name}}                                                                    as patient_name,
  coalesce({{activity}}, 'unknown')                                                   as activity,
  coalesce({{activity_raw}}, r.activity)                                        as activity_raw,
  {{activity_level}}                                                                  as activity_level,
  {{activity_args}}                                                                   as activity_args,
  coalesce({{purpose}}, 'unknown')                                                    as purpose,
  coalesce({{purpose_raw}}, r.purpose)                                          as purpose_raw,
  {{resource_type}}                                                                   as resource_type,
  {{resource_id}}                                                                     as resource_id,
  {{owner_care_unit_id}}                                                              as owner_care_unit_id,
  {{owner_care_provider_id}}                                                          as owner_care_provider_id,
  coalesce({{break_glass}}, if({{activity}} = 'emergency_access', true, null))        as break_glass,
  {{declared_reason}}                                                                 as declared_reason,
  coalesce({{outcome}}, 'unknown')                                                    as outcome,
  {{source_system}}                                                                   as source_system,
  {{workstation}}                                                                     as workstation,
  {{network_address}}                                                                 as network_address,
  {{session_id}}                                                                      as session_id,
  coalesce({{incidental}}, false) or {{list_view}}                                    as incidental,
  coalesce({{actor_kind}}, 'staff')                                                   as actor_kind,
  r.source_row                                                                        as source_row,
  r.row_no                                                                            as row_no,
  case
    when r.occurred_at is not null and plausible(r.wall_time::date) is null then 'impossible_time'
    when r.wall_time is null and {{user_id}} is null then 'neither_user_nor_time'
  end                                                                                 as reject_cause
from timed r
{{joins}}
{{list_view_join}}
left join zone_day z             on z.day = r.wall_time::date
left join zone_shift shift       on shift.day = r.wall_time::date and r.wall_time >= shift.starts and r.wall_time < shift.ends
