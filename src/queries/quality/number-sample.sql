-- Does a source number its rows? Of a thin sample, spread by hash: how many ids end in digits, and how many beginnings
-- they have. Random ids have as many beginnings as there are ids.
select
  coalesce(source_system, 'default') as source_system, count(*) as rows, count(record_id) as ids,
  count(*) filter (where regexp_matches(record_id, '[0-9]$')) as numbered,
  count(distinct rtrim(record_id, '0123456789')) filter (where regexp_matches(record_id, '[0-9]$')) as beginnings
from access_event
where local_time >= $from::date and local_time < $to::date and hash(event_id) % $one_in::ubigint = 0
group by all
order by source_system
