-- The newer row of a key holds within its source; rows that the newer batch does not speak of stay.
delete from {{table}} as older
where older.batch_id in (
    select batch_id from ingest_batch where kind = $kind and source_system = $source_system and batch_id < $batch_id
  )
  and md5_number(concat_ws(chr(31), {{key}})) in (
    select md5_number(concat_ws(chr(31), {{key}})) from {{table}} where batch_id = $batch_id
  )
