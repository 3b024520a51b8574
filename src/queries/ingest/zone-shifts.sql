-- The days of the file: how far the zone is from UTC (in microseconds; NULL on a day when the clock changes), and the
-- local hours that a change of clock repeats or leaves out.
create or replace local temp table zone_day as
with
  span as (
    select min({{day}}) as first_day, max({{day}}) as last_day from raw_row
  ),
  days as (
    select unnest(generate_series(first_day::timestamp, last_day::timestamp, interval 1 day)) as midnight
    from span
  ),
  bounded as (
    select
      midnight,
      epoch_us(midnight) - epoch_us(timezone(getvariable('zone'), midnight)) as before,
      epoch_us(midnight + interval 1 day) - epoch_us(timezone(getvariable('zone'), midnight + interval 1 day)) as after
    from days
  )
select midnight::date as day, if(before = after, before, null) as utc_offset
from bounded;
create or replace local temp table zone_shift as
with
  quarters as (
    select unnest(generate_series(midnight, midnight + interval '23:45:00', interval 15 minutes)) as local_time
    from (select day::timestamp as midnight from zone_day where utc_offset is null)
  ),
  judged as (
    select
      local_time,
      case
        when timezone(getvariable('zone'), timezone(getvariable('zone'), local_time)) <> local_time then 'local_gap'
        when timezone(getvariable('zone'), timezone(getvariable('zone'), local_time) - interval 1 hour) = local_time then 'local_ambiguous'
        when timezone(getvariable('zone'), timezone(getvariable('zone'), local_time) + interval 1 hour) = local_time then 'local_ambiguous'
      end as time_quality
    from quarters
  )
select local_time::date as day, min(local_time) as starts, max(local_time) + interval 15 minutes as ends, time_quality
from judged
where time_quality is not null
group by all
