-- What each robot and service account did, by day, and the workstations that people use.
create or replace temp table robot_event as
select
  e.user_id, e.local_time::date as day, e.activity, e.workstation, coalesce(e.source_system, '') as source_system,
  if(e.time_quality = 'date_only', null, extract(hour from e.local_time)) as hour,
  count(*)                                                               as events
from access_event e
left join staff_member r on r.robot and r.user_id = e.user_id and e.local_time::date between r.from_day and r.to_day
where e.local_time >= $from::date - $days::integer and e.local_time < $to::date and e.user_id is not null
  and e.activity <> 'login' and e.activity <> 'logout'
  and (e.actor_kind = 'robot' or r.user_id is not null)
group by all;
create or replace temp table person_workstation as
select distinct e.workstation
from access_event e
anti join staff_member s on s.user_id = e.user_id and s.robot and e.local_time::date between s.from_day and s.to_day
where e.local_time >= $from::date - $days::integer and e.local_time < $to::date and e.actor_kind = 'staff'
  and e.workstation is not null and e.user_id is not null
