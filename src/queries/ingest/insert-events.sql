insert into access_event
select * exclude (source_row, row_no, reject_cause), $batch_id as batch_id, source_row
from incoming
where reject_cause is null and row_no not in (select row_no from exception)
union all
select i.* exclude (source_row, row_no, reject_cause) replace (e.event_id as event_id), $batch_id as batch_id, i.source_row
from incoming i
join exception e using (row_no)
where e.verdict = 'store'
