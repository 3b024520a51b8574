-- The copy of a file that is no CSV (formats/numbered-csv.ts): its rows know their places, and why they cannot be read.
create or replace local temp table staged as
select place, cause, cause_column, {{fields}}
from read_csv(
  $path, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  columns = {{columns}}, strict_mode = true, max_line_size = 2000000
);
insert into csv_reject select place, cause, cause_column from staged where cause is not null;
delete from staged where cause is not null;
