-- Has this very file been read before, as the same kind, by the same profile and from the same source? Reference data
-- must be what was read last, and have replaced as much and spoken for the same days as they are asked to now.
select batch_id, rows_in, rejected from ingest_batch
where state = 'live' and sha256 = $sha256 and kind = $kind and profile = $profile and source_system = $source_system
  and (kind = 'access' or (
    (mode = 'snapshot' or $mode = 'upsert')
    and covers_from is not distinct from $covers_from::date and covers_to is not distinct from $covers_to::date
    and batch_id >= $since::bigint and batch_id = (
      select max(batch_id) from ingest_batch b where b.kind = $kind and b.source_system = $source_system and b.state = 'live'
    )
  ))
limit 1
