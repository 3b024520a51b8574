select count(*) > 0 as present from duckdb_tables() where table_name = 'store_fact'
