-- Which rows did not fit, and why? `hidden` says that one runs over lines: a quote left open has swallowed the rows after it.
select
  line                                                 as source_row,
  min(lower(replace(error_type::varchar, ' ', '_')))   as cause,
  min(column_idx)                                      as column_number,
  bool_or(regexp_matches(rtrim(csv_line, chr(13) || chr(10)), '[\r\n]')) as hidden
from reject_errors
group by line
order by line
