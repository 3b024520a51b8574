-- When did each source system last send something, and how much has come?
select
  kind, source_system, count(*) as files, sum(stored)::bigint as stored, sum(rejected)::bigint as rejected,
  min(first_day) as first_day, max(last_day) as last_day, max_by(file, batch_id) as last_file
from ingest_batch
where state = 'live'
group by kind, source_system
order by kind, source_system
