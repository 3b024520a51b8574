-- What has been read of each kind from each source system, and the last day that it speaks of.
select
  kind, source_system, sum(stored)::bigint as stored, sum(rejected)::bigint as rejected, sum(unknown_codes)::bigint as unknown_codes,
  max(last_day)::varchar as last_day
from ingest_batch
where state = 'live'
group by kind, source_system
order by kind, source_system
