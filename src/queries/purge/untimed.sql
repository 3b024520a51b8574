-- Events of which nobody can tell how old they are.
select count(*) as untimed from access_event e join ingest_batch b using (batch_id) where e.local_time is null and b.last_day is null and b.log_to is null
