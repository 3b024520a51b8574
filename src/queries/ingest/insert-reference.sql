insert into {{table}} by name
select {{columns}}, $batch_id::uinteger as batch_id, source_row::uinteger as source_row
from incoming
where reject_cause is null and source_row not in (select source_row from exception)
