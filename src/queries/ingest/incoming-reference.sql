-- The rows of a reference table: typed, normalised, with the key that says which rows speak of the same thing.
create or replace local temp table incoming_row as
with
  -- each time once: what stands for one is long, and a query that says it over and over takes longer to plan than to run
  timed as (
    select *{{times}} from raw_row
  ),
  typed as (
    select r.row_no, r.source_row, {{columns}}, {{reject_cause}} as reject_cause, {{reject_column}} as reject_column
    from timed r {{joins}}
  )
select *, md5_number(concat_ws(chr(31), {{key}})) as row_key, md5_number(concat_ws(chr(31), {{content}})) as row_hash
from typed;
create or replace local temp table identity as
select row_no, null::date as day, reject_cause, false as nonconforming from incoming_row
