-- The new events as lookups. Citizens and systems make none; nor do login, logout and consent, which open no record.
create or replace local temp table incoming_lookup as
select
  local_time::date                                                       as day,
  user_id,
  patient_id,
  care_unit_id,
  max(care_provider_id)                                                  as care_provider_id,
  min(local_time)                                                        as first_time,
  max(local_time)                                                        as last_time,
  count(*)::uinteger                                                     as event_count,
  bit_or((1::uinteger << extract(hour from local_time)::uinteger))       as hours,
  bit_or((1::uinteger << enum_code(activity)::uinteger))                 as activities,
  bit_or((1::usmallint << enum_code(purpose)::usmallint))                as purposes,
  bool_or(break_glass)                                                   as break_glass,
  min(declared_reason)                                                   as declared_reason,
  bool_and(incidental)                                                   as incidental,
  bool_or(actor_kind = 'robot')                                          as robot,
  null::boolean                                                          as is_first
from access_event
where
  {{scope}}
  and local_time is not null and user_id is not null
  and actor_kind in ('staff', 'robot') and activity not in ('login', 'logout', 'consent')
group by all
