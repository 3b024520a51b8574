select
  (select coalesce(sum(rows), 0) from quality_number) as all_rows,
  coalesce(sum(rows), 0) as rows, coalesce(sum(numbers), 0) as numbers, coalesce(sum(span), 0)::double as span, count(*) as series,
  coalesce(sum(in_order), 0) as in_order
from quality_number_series
