-- The fields of a Parquet file as texts, in the order of its rows.
create or replace local temp table staged as
select {{fields}}
from (select {{columns}} from read_parquet($path))
