insert into {{table}} by name
select {{columns}}, $batch_id::uinteger as batch_id, source_row::uinteger as source_row
from incoming
where reject_cause is null and row_no not in (select row_no from exception)
