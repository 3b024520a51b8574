-- How many events of a log are not there any more?
select stored::bigint - (select count(*) from access_event where batch_id = $batch_id) as rows
from ingest_batch where batch_id = $batch_id
