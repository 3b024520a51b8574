-- Which rows did not fit, and why? `hidden` says that one runs over lines: a quote left open has swallowed the rows after it.
-- Ends of line around the row do not count: what DuckDB shows of one begins with those of the row or the blank line before.
select
  line                                                 as source_row,
  min(lower(replace(error_type::varchar, ' ', '_')))   as cause,
  min(column_idx)                                      as column_number,
  bool_or(regexp_matches(trim(csv_line, chr(13) || chr(10)), '[\r\n]')) as hidden
from reject_errors
group by line
order by line
