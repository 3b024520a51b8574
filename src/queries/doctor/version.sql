-- Which DuckDB is this?
select version() as version
