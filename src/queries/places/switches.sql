-- Where a login was at two places at once: from one workstation to another within seconds, to one of another unit within
-- minutes, or there and back within minutes. Workstations are compared with workstations, and network addresses with each
-- other where no workstation is named. Only days on which a login was at two places at all are looked at, and the hours
-- around midnight.
create or replace temp table place_switch as
with
  event as (
    select user_id, occurred_at, local_time, local_time::date as day, care_unit_id,
      workstation is null as is_address, lower(coalesce(workstation, network_address)) as place
    from access_event
    where local_time >= $from::date - 1 and local_time < $to::date and actor_kind = 'staff' and user_id is not null
      and time_quality <> 'date_only' and coalesce(workstation, network_address) is not null
  ),
  -- the unit that a place belongs to: the one that most of its events are from
  belonging as (
    select place, care_unit_id,
      row_number() over (partition by place order by count(*) desc, care_unit_id) as nth
    from event where care_unit_id is not null group by place, care_unit_id
  ),
  several as (
    select user_id, day, is_address from event group by user_id, day, is_address having min(place) <> max(place)
  ),
  looked_at as (
    select e.* from event e semi join several s on s.user_id = e.user_id and s.day = e.day and s.is_address = e.is_address
    union all
    select e.* from event e anti join several s on s.user_id = e.user_id and s.day = e.day and s.is_address = e.is_address
    where extract(hour from e.local_time) in (0, 1, 22, 23)
  ),
  ordered as (
    select user_id, is_address, day, place, occurred_at, local_time,
      lag(place, 1, place) over w as place_before, lag(occurred_at, 1, occurred_at) over w as time_before
    from looked_at
    window w as (partition by user_id, is_address order by occurred_at, place)
  ),
  run as (
    select *,
      lag(place_before, 1, null) over w as place_two_before, lag(time_before, 1, null) over w as left_two_before
    from ordered where place <> place_before
    window w as (partition by user_id, is_address order by occurred_at, place)
  )
select
  r.user_id, r.day, r.local_time,
  date_diff('second', r.time_before, r.occurred_at) <= $at_once_seconds::integer
    or (a.care_unit_id <> b.care_unit_id and date_diff('second', r.time_before, r.occurred_at) <= $far_minutes::integer * 60)
    or coalesce(r.place = r.place_two_before
      and date_diff('second', r.left_two_before, r.occurred_at) <= $return_minutes::integer * 60, false) as at_once
from run r
left join belonging a on a.place = r.place and a.nth = 1
left join belonging b on b.place = r.place_before and b.nth = 1
where r.day >= $from::date;
-- At how many places a login was each day of the period, and how many events there tell no time of day.
create or replace temp table place_day as
select e.user_id, e.local_time::date as day, count(distinct lower(coalesce(e.workstation, e.network_address))) as places,
  count(*) filter (where e.time_quality = 'date_only') as untimed
from access_event e
where e.local_time >= $from::date and e.local_time < $to::date and coalesce(e.workstation, e.network_address) is not null
group by all
