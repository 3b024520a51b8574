-- Every table and view that a query of the connection may read, with its columns.
select table_name as name, column_name as column, data_type as type
from duckdb_columns() where not internal order by table_name, column_index
