-- From which `rowid` on so many rows of the file are not in `staged`.
create or replace local temp table row_shift (starts bigint, skipped bigint)
