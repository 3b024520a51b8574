-- Rows that the file says twice, and with upsert those that its source has said word for word already: what another source
-- says may go when that one is read again.
create or replace local temp table exception as
with
  ranked as (
    select
      row_no, row_key, row_hash,
      row_number() over (partition by row_key order by row_no) as occurrence,
      first_value(row_hash) over (partition by row_key order by row_no) as first_hash
    from incoming
    where reject_cause is null
  ),
  stored as (
    select distinct md5_number(concat_ws(chr(31), {{content}})) as row_hash from {{table}}
    where $mode = 'upsert'
      and batch_id in (select batch_id from ingest_batch where kind = $kind and source_system = $source_system and batch_id >= $since::bigint)
  )
select
  row_no, row_key,
  case when occurrence > 1 and row_hash <> first_hash then 'conflict' else 'duplicate' end as verdict
from ranked
where occurrence > 1 or row_hash in (from stored)
