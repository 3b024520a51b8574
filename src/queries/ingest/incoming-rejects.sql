-- Every row that is not kept, with its cause: what did not fit the columns, what did not make a row, what contradicts.
select source_row, cause, column_name from (
  select source_row::ubigint as source_row, cause, column_name from csv_reject
  union all
  select source_row, reject_cause, {{reject_column}} from incoming where reject_cause is not null
  union all
  select source_row, 'conflict_with_known_record', null from incoming semi join (from exception where verdict = 'conflict') using (row_no)
)
order by source_row
limit $limit
