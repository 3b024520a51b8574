-- The numbers of whoever opened something and of where, for the tables that know them by their ids.
create or replace temp table user_number as
select g.user_no, any_value(g.user_id) as user_id from graded_lookup g group by g.user_no;
create or replace temp table unit_number as
select g.unit_no, any_value(g.care_unit_id) as care_unit_id from graded_lookup g where g.unit_no is not null group by g.unit_no;
-- When each unit is open, day by day: not on public holidays, and on an eve only until it begins.
create or replace temp table open_interval as
with
  days as (
    select unnest(generate_series($from::date::timestamp - interval 1 day, $to::date::timestamp, interval 1 day))::date as day
  ),
  planned as (
    select
      o.care_unit_id, d.day as day,
      d.day + (o.opens || ':00')::time                                                       as opens,
      d.day + if(o.closes <= o.opens, 1, 0) + (o.closes || ':00')::time                      as closes,
      h.from_time
    from unit_opening o
    join days d on extract(isodow from d.day) = o.weekday
    left join holiday h on h.day = d.day
  )
select p.care_unit_id, p.day, p.opens, if(p.from_time is null, p.closes, least(p.closes, p.day + p.from_time)) as closes
from planned p
where p.from_time is null or p.day + p.from_time > p.opens;
-- The roster of a user is known from the first shift to the last; one that ends at midnight ended the day before.
create or replace temp table rostered as
select u.user_no, min(s.start_time)::date as from_day, max(greatest(s.start_time, s.end_time - interval 1 microsecond))::date as to_day
from shift s join user_number u on u.user_id = s.user_id group by u.user_no
