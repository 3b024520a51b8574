-- What files say they hold, against what they hold.
select
  coalesce(e.source_system, b.source_system) as source_system, b.batch_id::varchar as batch,
  b.log_from::varchar as log_from, b.log_to::varchar as log_to, coalesce(e.events, 0) as events,
  coalesce(e.outside_claim, 0) as outside_claim
from quality_batch b
left join quality_batch_source e using (batch_id)
where b.log_from is not null and b.log_to is not null
order by b.batch_id, source_system
