-- Is there anything that a snapshot replaces?
select count(*) > 0 as found from (
  select 1 from {{table}} t
  join ingest_batch b on b.batch_id = t.batch_id and b.kind = $kind and b.source_system = $source_system
  where t.batch_id < $batch_id limit 1
)
