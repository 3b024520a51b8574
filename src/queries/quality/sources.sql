-- What the log of the period is made of.
select
  source_system, sum(events) as events,
  min(first_time)::varchar as first_time, max(last_time)::varchar as last_time
from (
  select coalesce(source_system, 'default') as source_system, count(*) as events, min(local_time) as first_time, max(local_time) as last_time
  from access_event where local_time >= $from::date and local_time < $to::date
  group by all
  union all
  select coalesce(source_system, 'default'), count(*), null, null
  from access_event where local_time is null and batch_id in (select batch_id from quality_batch)
  group by all
)
group by source_system
order by source_system
