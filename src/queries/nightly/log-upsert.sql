-- The rows that an upsert takes away, of those that the last nightly audit saw; what it brings are the rows of its batch.
insert into changed_row
select $batch_id::uinteger, $kind, false, to_json({{row}})::varchar
from {{table}} t
where t.batch_id < $batch_id and t.batch_id >= $since::bigint
  and t.batch_id in (select batch_id from ingest_batch where kind = $kind and source_system = $source_system)
  and (t.batch_id <= $seen_batch::bigint or t.batch_id in (select batch_id from changed_row where kind = $kind and content is null))
  and md5_number(concat_ws(chr(31), {{key}})) in (
    select md5_number(concat_ws(chr(31), {{key}})) from {{table}} where batch_id = $batch_id
  )
