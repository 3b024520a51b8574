-- Rows that the file says twice, and with upsert those that its source has said word for word already: what another source
-- says may go when that one is read again.
create or replace local temp table exception as
with
  -- few rows are said again, and only those need an order
  repeated as (
    select row_key from incoming where reject_cause is null group by row_key having count(*) > 1
  ),
  said_again as (
    select
      row_no,
      row_number() over (partition by row_key order by row_no) as occurrence,
      first_value(row_hash) over (partition by row_key order by row_no) as first_hash
    from incoming semi join repeated using (row_key)
    where reject_cause is null
  ),
  stored as (
    select distinct md5_number(concat_ws(chr(31), {{content}})) as row_hash from {{table}}
    where $mode = 'upsert'
      and batch_id in (select batch_id from ingest_batch where kind = $kind and source_system = $source_system and batch_id >= $since::bigint)
  )
select
  i.row_no, i.row_key,
  case when a.occurrence > 1 and i.row_hash <> a.first_hash then 'conflict' else 'duplicate' end as verdict
from incoming i
left join said_again a on a.row_no = i.row_no
where i.reject_cause is null and (a.occurrence > 1 or i.row_hash in (from stored))
