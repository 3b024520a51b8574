-- Why rows cannot be kept, with the first row of each cause.
select cause, column_name, count(*) as rows, min(source_row) as first_row
from (
  select source_row::ubigint as source_row, cause, column_name from csv_reject
  union all
  select source_row, reject_cause, {{reject_column}} from incoming where reject_cause is not null
  union all
  select source_row, 'conflict_with_known_record', null
  from incoming semi join (from exception where verdict = 'conflict') using (row_no)
)
group by cause, column_name
order by rows desc, cause, column_name
