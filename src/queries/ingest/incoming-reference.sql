-- The rows of a reference table: typed, normalised, with the key that says which rows speak of the same thing.
create or replace local temp table incoming_row as
with typed as (
  select r.row_no, r.source_row, {{columns}}, {{reject_cause}} as reject_cause, {{reject_column}} as reject_column
  from raw_row r {{joins}}
)
select *, md5_number(concat_ws(chr(31), {{key}})) as row_key, md5_number(concat_ws(chr(31), {{content}})) as row_hash
from typed;
create or replace local temp table identity as
select row_no, null::date as day, reject_cause, false as nonconforming from incoming_row
