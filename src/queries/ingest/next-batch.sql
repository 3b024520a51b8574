select coalesce(max(batch_id), 0) + 1 as batch_id from ingest_batch
