-- What a killed process left unfinished.
select batch_id, state, kind, mode, source_system, first_day::varchar as first_day, last_day::varchar as last_day
from ingest_batch where state <> 'live' order by batch_id
