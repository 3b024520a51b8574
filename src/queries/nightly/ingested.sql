-- What has been read in since the last nightly audit, by kind.
select kind, count(*) as batches, sum(rows_in)::bigint as rows, sum(stored)::bigint as stored, sum(duplicate)::bigint as duplicate,
  sum(rejected)::bigint as rejected, sum(conflict)::bigint as conflict
from ingest_batch where state = 'live' and batch_id > $seen_batch::bigint
group by kind order by kind
