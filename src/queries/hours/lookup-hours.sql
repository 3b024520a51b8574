-- Days on which a user is registered as away.
create or replace temp table absent_day as
select distinct l.user_no, l.day
from graded_lookup l
join absence a on a.user_id = l.user_id and l.day between a.valid_from and coalesce(a.valid_to, date '2200-01-01');
-- By what the hours of each lookup can be judged: the holder of the hours is the user or the unit.
create or replace temp table hours_basis as
select
  l.lookup_no, l.day as day, l.first_time, l.last_time, l.user_no, l.unit_no,
  case
    when r.user_no is not null then 'shift'
    when a.user_no is not null and $count_absence::integer = 1 then 'absence'
    when h.hours = 'known' then 'opening'
    when h.hours = '24/7' then null
  end                                                                        as basis,
  case
    when h.hours = '24/7' then 'open_all_day_and_no_shift'
    when h.hours = 'unreadable' then 'opening_unreadable'
    else 'neither_shift_nor_opening'
  end                                                                        as cause
from graded_lookup l
left join rostered r on r.user_no = l.user_no and l.day between r.from_day and r.to_day
left join absent_day a on a.user_no = l.user_no and a.day = l.day
left join unit_hours h on h.care_unit_id = l.care_unit_id;
-- Shifts and openings by each day they touch, so that the join is on equal keys.
create or replace temp table span_day as
with
  spans as (
    select u.user_no as holder_no, false as by_unit, s.start_time - to_minutes($margin_minutes::bigint) as opens,
      s.end_time + to_minutes($margin_minutes::bigint) as closes
    from shift s join user_number u on u.user_id = s.user_id
    union all
    select u.unit_no, true, o.opens - to_minutes($margin_minutes::bigint), o.closes + to_minutes($margin_minutes::bigint)
    from open_interval o join unit_number u on u.care_unit_id = o.care_unit_id
  )
select holder_no, by_unit, opens, closes, unnest(generate_series(opens::date::timestamp, closes::date::timestamp, interval 1 day))::date as day
from spans
where closes >= $from::date and opens < $to::date;
-- Only lookups that do not lie whole inside one shift or one opening are looked at event by event.
create or replace temp table doubtful_lookup as
with
  judged as (
    select b.lookup_no as lookup_no, b.day, b.first_time, b.last_time, b.basis,
      b.basis = 'opening' as by_unit, if(b.basis = 'opening', b.unit_no, b.user_no) as holder_no
    from hours_basis b
    where b.basis is not null
  ),
  inside as (
    select distinct j.lookup_no
    from judged j
    join span_day s on s.holder_no = j.holder_no and s.by_unit = j.by_unit and s.day = j.day
    -- midnight may stand for a day without a time of day
    where j.first_time >= s.opens and j.last_time < s.closes and j.first_time > j.day
  )
select j.lookup_no, j.basis, j.by_unit, j.holder_no from judged j anti join inside i on i.lookup_no = j.lookup_no;
-- Which events of each lookup lie outside.
create or replace temp table event_hours as
with
  doubtful_event as (
    select d.lookup_no as lookup_no, d.holder_no as holder_no, d.by_unit as by_unit, l.day as day, e.event_id as event_id,
      e.local_time as local_time, e.time_quality <> 'date_only' or d.basis = 'absence' as timed
    from doubtful_lookup d
    join graded_lookup l on l.lookup_no = d.lookup_no
    join access_event e
      on e.user_id = l.user_id and e.local_time >= l.day and e.local_time < l.day + interval 1 day
      and e.patient_id is not distinct from l.patient_id and e.care_unit_id is not distinct from l.care_unit_id
    where e.local_time >= $from::date and e.local_time < $to::date
      and e.actor_kind = 'staff' and e.activity <> 'login' and e.activity <> 'logout' and e.activity <> 'consent'
  )
select e.lookup_no, e.local_time, e.timed, max((s.opens is not null and e.local_time >= s.opens and e.local_time < s.closes)::integer) = 1 as within
from doubtful_event e
left join span_day s on s.holder_no = e.holder_no and s.by_unit = e.by_unit and s.day = e.day
group by e.lookup_no, e.event_id, e.local_time, e.timed;
create or replace temp table lookup_hours as
with
  outside as (
    select lookup_no, count(*) as events, min(local_time) as first_outside, max(local_time) as last_outside
    from event_hours where timed and not within group by lookup_no
  ),
  -- the log says the day and no time of day, and no other event lies outside
  timeless as (
    select distinct h.lookup_no from event_hours h anti join outside o on o.lookup_no = h.lookup_no where not h.timed
  )
select
  b.lookup_no,
  if(t.lookup_no is null, b.basis, null) as basis,
  if(t.lookup_no is null, if(b.basis is null, b.cause, null), 'time_of_day_unknown') as cause,
  o.events, o.first_outside, o.last_outside
from hours_basis b
left join outside o on o.lookup_no = b.lookup_no
left join timeless t on t.lookup_no = b.lookup_no
