-- The findings of a run as they were kept, in the order of its rules: DuckDB gives the rows of one table in their own order.
select document from audit_finding where run_id = $run_id
