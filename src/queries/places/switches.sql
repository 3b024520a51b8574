-- Who was where on which day: few rows, of which the rest is worked out.
create or replace temp table place_use as
with
  used as (
    select user_id, local_time::date as day, care_unit_id, workstation is null as is_address,
      coalesce(workstation, network_address) as place,
      count(*) filter (where time_quality <> 'date_only') as timed,
      count(*) filter (where time_quality = 'date_only') as untimed
    from access_event
    where local_time >= $from::date - 1 and local_time < $to::date and actor_kind = 'staff' and user_id is not null
      and coalesce(workstation, network_address) is not null
    group by all
  )
select user_id, day, care_unit_id, is_address, lower(u.place) as place, timed, untimed from used u;
-- Where a login was at two places at once: from one workstation to another within seconds, to one of another unit within
-- minutes, or back within minutes at one that it had left, however many lie between. Workstations are compared with
-- workstations, and network addresses with each other where no workstation is named. Only days on which a login was at two
-- places at all are looked at, and the hours around midnight.
create or replace temp table place_switch as
with
  -- the unit that a place belongs to: the one that most of its events are from
  belonging as (
    select u.place, min_by(u.care_unit_id, (-u.events, u.care_unit_id)) as care_unit_id
    from (
      select place, care_unit_id, sum(timed) as events
      from place_use where care_unit_id is not null and timed > 0 group by place, care_unit_id
    ) u
    group by u.place
  ),
  several as (
    select user_id, day, is_address from place_use where timed > 0
    group by user_id, day, is_address having min(place) <> max(place)
  ),
  looked_at as (
    select e.user_id, e.occurred_at, e.local_time, e.local_time::date as day,
      e.workstation is null as is_address, lower(coalesce(e.workstation, e.network_address)) as place
    from access_event e
    left join several s on s.user_id = e.user_id and s.day = e.local_time::date and s.is_address = (e.workstation is null)
    where e.local_time >= $from::date - 1 and e.local_time < $to::date and e.actor_kind = 'staff' and e.user_id is not null
      and e.time_quality <> 'date_only' and coalesce(e.workstation, e.network_address) is not null
      and (s.user_id is not null or (extract(hour from e.local_time) + 2) % 24 < 4)
  ),
  ordered as (
    select user_id, is_address, day, place, occurred_at, local_time,
      lag(place, 1, null) over w as place_before, lag(occurred_at, 1, occurred_at) over w as time_before
    from looked_at
    window w as (partition by user_id, is_address order by occurred_at, place)
  ),
  -- each stay at a place, by its first event, and when the login was last used there before it went on
  stay as (
    select *, lead(time_before, 1, null) over (partition by user_id, is_address order by occurred_at, place) as left_at
    from ordered where place_before is null or place <> place_before
  ),
  run as (
    select *, lag(left_at, 1, null) over (partition by user_id, is_address, place order by occurred_at) as last_left
    from stay
  )
select
  r.user_id, r.day, r.local_time,
  date_diff('second', r.time_before, r.occurred_at) <= $at_once_seconds::integer
    or (a.care_unit_id <> b.care_unit_id and date_diff('second', r.time_before, r.occurred_at) <= $far_minutes::integer * 60)
    or coalesce(date_diff('second', r.last_left, r.occurred_at) <= $return_minutes::integer * 60, false) as at_once
from run r
left join belonging a on a.place = r.place
left join belonging b on b.place = r.place_before
where r.place_before is not null and r.day >= $from::date;
-- Of which days of the period a login's places are known, and on which of them events without a time of day stand beside
-- another place of the same kind, so that they may have been at once.
create or replace temp table place_day as
select user_id, day, max(k.is_open) = 1 as is_open
from (
  select user_id, day, (count(distinct p.place) > 1 and sum(p.untimed) > 0)::integer as is_open
  from place_use p
  where day >= $from::date
  group by user_id, day, is_address
) k
group by user_id, day
