-- What a snapshot changes: the rows that come, and those that go. What came after the last nightly audit in a batch of which
-- this is not told was never seen by it: it does not go, and where it stays it comes.
insert into changed_row
with
  older as (
    select t.*, md5_number(concat_ws(chr(31), {{content}})) as row_hash
    from {{table}} t
    where t.batch_id < $batch_id
      and t.batch_id in (select batch_id from ingest_batch where kind = $kind and source_system = $source_system)
      and (t.batch_id <= $seen_batch::bigint or t.batch_id in (select batch_id from changed_row where kind = $kind and content is null))
  ),
  newer as (
    select t.*, md5_number(concat_ws(chr(31), {{content}})) as row_hash from {{table}} t where t.batch_id = $batch_id
  )
select $batch_id::uinteger, $kind, true, null
union all
select $batch_id::uinteger, $kind, true, to_json({{row}})::varchar
from newer t where t.row_hash not in (select row_hash from older)
union all
select $batch_id::uinteger, $kind, false, to_json({{row}})::varchar
from older t where t.row_hash not in (select row_hash from newer)
