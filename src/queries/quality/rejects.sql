select r.batch_id::varchar as batch, r.cause, count(*) as rows
from rejected_row r join quality_batch b using (batch_id)
group by all order by rows desc, batch, r.cause
