-- The running numbers of one source, a day more on both sides, so that a row of the midnight is not missed.
create or replace temp table quality_number as
select
  rtrim(record_id, '0123456789') as beginning,
  try_cast(right(record_id, length(record_id) - length(rtrim(record_id, '0123456789'))) as bigint) as number,
  min(local_time) as local_time, count(*) as rows
from access_event
where coalesce(source_system, 'default') = $source_system and local_time >= $from::date - 1 and local_time < $to::date + 1
  and record_id is not null
group by all
