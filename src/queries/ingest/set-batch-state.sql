update ingest_batch set state = $state where batch_id = $batch_id
