-- What a rule's query gives.
select column_name as name from duckdb_columns() where table_name = 'assessment' order by column_index
