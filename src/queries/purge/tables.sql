-- Every table of the store, also those that a purge knows nothing of and copies whole.
select table_name as name from duckdb_tables() where database_name = current_database() and not temporary order by table_name
