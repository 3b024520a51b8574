-- Events that make no lookup to judge, counted so that nothing is out of sight.
select
  (select count(*) from lookup l
   left join staff_member r on r.robot and r.user_id = l.user_id and l.day between r.from_day and r.to_day
   where l.day >= $from::date and l.day < $to::date and (l.robot or r.user_id is not null))      as robot_lookups,
  count(*) filter (where actor_kind = 'citizen')                                                 as citizen_events,
  count(*) filter (where actor_kind = 'system')                                                  as system_events,
  count(*) filter (where user_id is null)                                                        as events_without_user,
  (select count(*) from access_event where local_time is null)                                   as events_without_time,
  count(*) filter (where activity in ('login', 'logout', 'consent'))                             as session_events
from access_event
where local_time >= $from::date and local_time < $to::date
