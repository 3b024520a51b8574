-- In one reading: the rows as events are dear to make.
insert into access_event
select
  i.* exclude (source_row, row_no, reject_cause) replace (coalesce(e.event_id, i.event_id) as event_id),
  $batch_id as batch_id, i.source_row
from incoming i
left join exception e on e.row_no = i.row_no
where i.reject_cause is null and (e.row_no is null or e.verdict = 'store')
