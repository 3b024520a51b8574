-- What a rule's query gives.
select column_name as name, data_type as type from duckdb_columns() where table_name = 'assessment' order by column_index
