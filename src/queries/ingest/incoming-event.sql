-- The rows as events: typed, normalised, with the hash that is their identity, and why a row cannot be kept.
create or replace local temp view incoming as
with
  timed as (
    select
      r.*,
      tidy(r.occurred_at)                                                             as time_text,
      {{instant}}                                                                     as instant,
      if(instant is null, {{local}}, timezone(getvariable('zone'), instant))          as wall_time
    from raw_row r
  )
select
  if(
    tidy(t.record_id) is null,
    md5_number(concat_ws(chr(31), 'row', t.source_system, {{row_text}})),
    md5_number(concat_ws(chr(31), 'record', coalesce(t.source_system, ''), tidy(t.record_id), coalesce(patient.id, ''),
                         coalesce(t.resource_type, ''), coalesce(t.resource_id, '')))
  )                                                                                   as event_id,
  tidy(t.record_id)                                                                   as record_id,
  coalesce(
    t.instant,
    if(z.utc_offset is null, timezone(getvariable('zone'), t.wall_time), make_timestamptz(epoch_us(t.wall_time) - z.utc_offset))
  )                                                                                   as occurred_at,
  t.wall_time                                                                         as local_time,
  case
    when t.wall_time is null then null
    when t.instant is not null then 'offset'
    when length(t.time_text) <= 10 then 'date_only'
    else coalesce(shift.time_quality, 'local')
  end                                                                                 as time_quality,
  plain_id(t.user_id)                                                                 as user_id,
  tidy(t.user_name)                                                                   as user_name,
  tidy(t.user_title)                                                                  as user_title,
  user_person.id                                                                      as user_person_id,
  tidy(t.assignment)                                                                  as assignment,
  plain_id(t.care_unit_id)                                                            as care_unit_id,
  plain_id(t.care_provider_id)                                                        as care_provider_id,
  patient.id                                                                          as patient_id,
  patient.type                                                                        as patient_id_type,
  tidy(t.patient_name)                                                                as patient_name,
  coalesce(activity.word, 'unknown')                                                  as activity,
  coalesce(tidy(t.activity_raw), tidy(t.activity))                                    as activity_raw,
  tidy(t.activity_level)                                                              as activity_level,
  tidy(t.activity_args)                                                               as activity_args,
  coalesce(purpose.word, 'unknown')                                                   as purpose,
  coalesce(tidy(t.purpose_raw), tidy(t.purpose))                                      as purpose_raw,
  tidy(t.resource_type)                                                               as resource_type,
  tidy(t.resource_id)                                                                 as resource_id,
  plain_id(t.owner_care_unit_id)                                                      as owner_care_unit_id,
  plain_id(t.owner_care_provider_id)                                                  as owner_care_provider_id,
  coalesce(break_glass.word::boolean, if(activity.word = 'emergency_access', true, null)) as break_glass,
  tidy(t.declared_reason)                                                             as declared_reason,
  coalesce(outcome.word, 'unknown')                                                   as outcome,
  tidy(t.source_system)                                                               as source_system,
  tidy(t.workstation)                                                                 as workstation,
  tidy(t.network_address)                                                             as network_address,
  tidy(t.session_id)                                                                  as session_id,
  coalesce(incidental.word::boolean, false) or {{list_view}}                          as incidental,
  coalesce(actor_kind.word, 'staff')                                                  as actor_kind,
  t.source_row                                                                        as source_row,
  t.row_no                                                                            as row_no,
  case
    when t.time_text is not null and plausible(t.wall_time::date) is null then 'impossible_time'
    when t.wall_time is null and plain_id(t.user_id) is null then 'neither_user_nor_time'
  end                                                                                 as reject_cause
from timed t
left join person_map patient     on patient.field = 'patient_id' and patient.raw = t.patient_id
left join person_map user_person on user_person.field = 'user_person_id' and user_person.raw = t.user_person_id
left join code_map activity      on activity.field = 'activity' and activity.raw = tidy(t.activity)
left join code_map purpose       on purpose.field = 'purpose' and purpose.raw = tidy(t.purpose)
left join code_map outcome       on outcome.field = 'outcome' and outcome.raw = tidy(t.outcome)
left join code_map actor_kind    on actor_kind.field = 'actor_kind' and actor_kind.raw = tidy(t.actor_kind)
left join code_map break_glass   on break_glass.field = 'break_glass' and break_glass.raw = tidy(t.break_glass)
left join code_map incidental    on incidental.field = 'incidental' and incidental.raw = tidy(t.incidental)
{{list_view_join}}
left join zone_day z             on z.day = t.wall_time::date
left join zone_shift shift       on shift.day = t.wall_time::date and t.wall_time >= shift.starts and t.wall_time < shift.ends
