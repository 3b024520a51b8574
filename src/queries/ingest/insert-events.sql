insert into access_event
select * exclude (source_row, reject_cause), $batch_id as batch_id, source_row
from incoming
where reject_cause is null and source_row not in (select source_row from exception)
union all
select i.* exclude (source_row, reject_cause) replace (e.event_id as event_id), $batch_id as batch_id, i.source_row
from incoming i
join exception e using (source_row)
where e.verdict = 'store'
