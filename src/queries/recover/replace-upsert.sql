-- The newer row of a key holds; rows that the newer batch does not speak of stay.
delete from {{table}} as older
where older.batch_id < $batch_id
  and md5_number(concat_ws(chr(31), {{key}})) in (
    select md5_number(concat_ws(chr(31), {{key}})) from {{table}} where batch_id = $batch_id
  )
