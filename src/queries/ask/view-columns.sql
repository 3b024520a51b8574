-- What can be read, and its columns in order.
select
  table_name as name, list(column_name order by column_index) as columns
from duckdb_columns() where table_name in (select unnest(from_json($names::json, '["varchar"]'))) and (database_name = 'scratch' or not starts_with(table_name, 'masked_'))
group by table_name order by name
