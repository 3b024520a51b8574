-- The fields of the file, all text, in its order; rows that do not fit the columns go to DuckDB's reject tables.
create or replace local temp table staged as
select {{fields}}
from read_csv(
  $path, auto_detect = false, header = true, skip = $skip, delim = $delimiter, quote = '"', escape = '"',
  columns = {{columns}}, strict_mode = true, store_rejects = true, max_line_size = 2000000
)
