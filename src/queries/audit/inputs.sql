-- What the run rests on: every batch that holds, in the order it was read.
select
  batch_id::varchar as batch, kind, profile, status, file, sha256, stored as rows, nonconforming, unknown_codes,
  covers_from::varchar as covers_from
from ingest_batch where state = 'live' order by batch_id
