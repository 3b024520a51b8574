-- The files of the period: those with a day in it, those that say they speak for a day in it, and those that tell no day.
create or replace temp table quality_batch as
select
  batch_id, source_system, file, sha256, profile, status, rows_in, stored, duplicate, rejected, conflict, nonconforming,
  unknown_codes, log_from, log_to
from ingest_batch
where state = 'live' and kind = 'access'
  and coalesce(least(first_day, log_from::date), $from::date) < $to::date
  and coalesce(greatest(last_day, log_to::date), $from::date) >= $from::date
