create or replace temp table row_shift (starts bigint)
