-- Which sources stand in which files, and the rows that their file did not claim to hold.
create or replace temp table quality_batch_source as
select
  e.batch_id, coalesce(e.source_system, 'default') as source_system, count(*) as events,
  count(*) filter (where e.local_time < b.log_from or e.local_time >= b.log_to) as outside_claim
from access_event e
join quality_batch b using (batch_id)
group by all
