-- Which rows did not fit, and why? `hidden` says that the row swallowed the rows after it (a quote never closed).
select
  line                                                 as source_row,
  min(lower(replace(error_type::varchar, ' ', '_')))   as cause,
  min(column_idx)                                      as column_number,
  bool_or(error_type::varchar = 'UNQUOTED VALUE' and contains(rtrim(csv_line, chr(13) || chr(10)), chr(10))) as hidden
from reject_errors
group by line
order by line
