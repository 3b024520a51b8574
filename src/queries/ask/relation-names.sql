-- Every table and view that there is.
select lower(table_name) as name from duckdb_tables() union select lower(view_name) from duckdb_views() order by name
