-- Every reading of a patient's information in a period, and those without a time, under every id of the patient
-- (`extract_patient`). What opens no record (login, logout) is left out. Staff are named unless they are protected, and so
-- are those who are one person with someone protected. Needs `staff_member`, `user_person`, `patient_person`.
with
  hidden_person as (
    select person_key from staff_member where protected and person_key is not null
    union
    select person_key from patient_person where coalesce(protection, 'none') not in ('none', '')
  ),
  hidden_user as (
    select user_id from staff_member where protected
    union
    select user_id from user_person where person_key in (select person_key from hidden_person)
  ),
  unit as (
    select care_unit_id, min(care_provider_id) as care_provider_id from care_unit group by care_unit_id
  ),
  event as (
    select
      e.*,
      case
        when e.actor_kind = 'citizen' then 'citizen'
        when e.actor_kind in ('robot', 'system') or coalesce(s.robot, false) then 'automatic'
        else 'staff'
      end                                                                                     as reader,
      coalesce(s.robot, false)                                                                as known_robot,
      nullif(trim(concat_ws(' ', s.given_name, s.family_name)), '')                           as known_name,
      s.title                                                                                 as known_title,
      e.user_id in (from hidden_user)                                                         as hidden
    from access_event e
    left join staff_member s on s.user_id = e.user_id and coalesce(e.local_time::date, $to::date - 1) between s.from_day and s.to_day
    where e.patient_id in (from extract_patient)
      and (e.local_time is null or (e.local_time >= $from::date and e.local_time < $to::date))
      and e.activity not in ('login', 'logout')
  )
select
  e.reader,
  if(e.reader = 'citizen', coalesce(e.user_person_id, e.user_id) in (from extract_patient), null) as is_patient,
  e.user_id,
  case
    when e.reader = 'citizen' then null
    when e.reader = 'automatic' then if(e.known_robot, e.known_name, null)
    else coalesce(e.known_name, nullif(trim(e.user_name), ''))
  end                                                                                         as name,
  e.care_unit_id,
  coalesce(e.care_provider_id, u.care_provider_id)                                            as care_provider_id,
  coalesce(e.owner_care_provider_id, o.care_provider_id)                                      as owner_care_provider_id,
  strftime(e.local_time, '%Y-%m-%dT%H:%M:%S')                                                 as time,
  coalesce(e.time_quality = 'date_only', false)                                               as day_only,
  -- the title as it was then, before the one of today
  if(e.reader = 'staff', coalesce(nullif(trim(e.user_title), ''), e.known_title), null)       as title,
  e.owner_care_unit_id,
  e.activity::varchar                                                                         as activity,
  e.purpose::varchar                                                                          as purpose,
  nullif(trim(e.resource_type), '')                                                           as resource_type,
  coalesce(e.break_glass, false) or e.activity in ('emergency_access', 'block_override')      as emergency,
  e.incidental                                                                                as list_view,
  e.outcome in ('serious', 'major')                                                           as failed,
  e.source_system,
  coalesce(e.hidden, false)                                                                   as hidden
from event e
left join unit u on u.care_unit_id = e.care_unit_id
left join unit o on o.care_unit_id = e.owner_care_unit_id
order by e.local_time nulls last, e.care_unit_id, e.user_id, e.batch_id, e.source_row
