-- The staged columns under the names of the fields. `source_row` counts as a spreadsheet does, rejected and blank rows
-- included; several rows of one record share it, `row_no` is each row's own.
create or replace local temp view raw_row as
select staged.rowid as row_no, {{source_row}} as source_row, {{fields}}
from staged{{shift}}
