-- The newer snapshot of a kind holds: what older batches of the same source said is gone.
delete from {{table}}
where batch_id in (
  select batch_id from ingest_batch where kind = $kind and source_system = $source_system and batch_id < $batch_id
)
