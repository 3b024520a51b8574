-- Where the files of a run come from.
select batch_id::varchar as batch, kind, source_system from ingest_batch order by batch_id
