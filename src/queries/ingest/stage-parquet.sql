-- The columns of a Parquet file as texts, in the order of its rows.
create or replace local temp table staged as
select {{columns}}
from read_parquet($path)
