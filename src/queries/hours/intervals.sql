-- When each unit is open, day by day: not on public holidays, and on an eve only until it begins.
create or replace temp table open_interval as
with
  days as (
    select unnest(generate_series($from::date::timestamp - interval 1 day, $to::date::timestamp, interval 1 day))::date as day
  ),
  planned as (
    select
      o.care_unit_id, d.day,
      d.day + o.opens::time                                                                  as opens,
      d.day + o.closes::time + if(o.closes::time <= o.opens::time, interval 1 day, interval 0 day) as closes,
      h.from_time
    from unit_opening o
    join days d on extract(isodow from d.day) = o.weekday
    left join holiday h on h.day = d.day
  )
select care_unit_id, day, opens, if(from_time is null, closes, least(closes, day + from_time)) as closes
from planned
where from_time is null or day + from_time > opens;
-- The roster of a user is known from the first shift to the last; one that ends at midnight ended the day before.
create or replace temp table rostered as
select user_id, min(start_time)::date as from_day, max(greatest(start_time, end_time - interval 1 microsecond))::date as to_day from shift group by user_id
