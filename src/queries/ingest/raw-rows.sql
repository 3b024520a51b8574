-- The staged columns under the names of the fields; `source_row` counts as a spreadsheet does, rejected and blank rows included.
create or replace temp view raw_row as
select {{source_row}} as source_row, {{fields}}
from staged{{shift}}
