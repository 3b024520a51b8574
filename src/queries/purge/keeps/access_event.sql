coalesce(t.local_time >= $cutoff::date, false)
-- one without a time is as old as its file
or (t.local_time is null and t.batch_id in (
  select batch_id from ingest_batch where coalesce(last_day, log_to::date, $cutoff::date) >= $cutoff::date
))
