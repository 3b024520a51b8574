-- The days of everything that has been read, and those that its files say they speak for.
with
  day as (
    select min(local_time)::date as first_day, max(local_time)::date as last_day from access_event
    union all
    select min(log_from)::date, (max(log_to) - interval 1 microsecond)::date
    from ingest_batch where state = 'live' and kind = 'access'
  )
select min(first_day)::varchar as first_day, max(last_day)::varchar as last_day, (max(last_day) + 1)::varchar as day_after
from day
