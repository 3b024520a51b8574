delete from ingest_batch where batch_id = $batch_id
