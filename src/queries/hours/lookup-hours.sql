-- Days on which a user is registered as away.
create or replace temp table absent_day as
select distinct l.user_id, l.day
from graded_lookup l
join absence a on a.user_id = l.user_id and l.day between a.valid_from and coalesce(a.valid_to, date '2200-01-01');
-- For each lookup: by what its hours can be judged, and which of its events lie outside. Only lookups that do not lie
-- whole inside one shift or one opening are looked at event by event.
create or replace temp table lookup_hours as
with
  based as (
    select
      l.lookup_no, l.user_id as user_id, l.patient_id, l.care_unit_id as care_unit_id, l.day as day, l.first_time, l.last_time,
      case
        when r.user_id is not null then 'shift'
        when a.user_id is not null and $count_absence::integer = 1 then 'absence'
        when h.hours = 'known' then 'opening'
        when h.hours = '24/7' then null
      end                                                                        as basis,
      case
        when h.hours = '24/7' then 'open_all_day_and_no_shift'
        when h.hours = 'unreadable' then 'opening_unreadable'
        else 'neither_shift_nor_opening'
      end                                                                        as cause
    from graded_lookup l
    left join rostered r on r.user_id = l.user_id and l.day between r.from_day and r.to_day
    left join absent_day a on a.user_id = l.user_id and a.day = l.day
    left join unit_hours h on h.care_unit_id = l.care_unit_id
  ),
  spans as (
    select user_id as holder, start_time - to_minutes($margin_minutes::bigint) as opens,
      end_time + to_minutes($margin_minutes::bigint) as closes
    from shift
    union all
    select care_unit_id, opens - to_minutes($margin_minutes::bigint), closes + to_minutes($margin_minutes::bigint)
    from open_interval
  ),
  -- a span by each day it touches, so that the join is on equal keys
  span_days as (
    select holder, opens, closes, unnest(generate_series(opens::date::timestamp, closes::date::timestamp, interval 1 day))::date as day
    from spans
    where closes >= $from::date and opens < $to::date
  ),
  judged as (
    select b.*, if(b.basis = 'opening', b.care_unit_id, b.user_id) as holder
    from based b
    where b.basis is not null
  ),
  inside as (
    select distinct j.lookup_no
    from judged j
    join span_days s on s.holder = j.holder and s.day = j.day
    -- midnight may stand for a day without a time of day
    where j.first_time >= s.opens and j.last_time < s.closes and j.first_time > j.day
  ),
  doubtful as (
    select * from judged anti join inside using (lookup_no)
  ),
  doubtful_events as (
    select d.lookup_no, d.holder, d.day, e.event_id, e.local_time, e.time_quality <> 'date_only' or d.basis = 'absence' as timed
    from doubtful d
    join access_event e
      on e.user_id = d.user_id and e.local_time >= d.day and e.local_time < d.day + interval 1 day
      and e.patient_id is not distinct from d.patient_id and e.care_unit_id is not distinct from d.care_unit_id
    where e.local_time >= $from::date and e.local_time < $to::date
      and e.actor_kind = 'staff' and e.activity <> 'login' and e.activity <> 'logout' and e.activity <> 'consent'
  ),
  placed as (
    select e.lookup_no, e.local_time, e.timed, max((s.holder is not null and e.local_time >= s.opens and e.local_time < s.closes)::integer) = 1 as within
    from doubtful_events e
    left join span_days s on s.holder = e.holder and s.day = e.day
    group by e.lookup_no, e.event_id, e.local_time, e.timed
  ),
  outside as (
    select lookup_no, count(*) as events, min(local_time) as first_outside, max(local_time) as last_outside
    from placed where timed and not within group by lookup_no
  ),
  -- the log says the day and no time of day, and no other event lies outside
  timeless as (
    select distinct lookup_no from placed anti join outside using (lookup_no) where not timed
  )
select
  b.lookup_no,
  if(t.lookup_no is null, b.basis, null) as basis,
  if(t.lookup_no is null, if(b.basis is null, b.cause, null), 'time_of_day_unknown') as cause,
  o.events, o.first_outside, o.last_outside
from based b
left join outside o using (lookup_no)
left join timeless t using (lookup_no)
