select b.source_system, c.field, count(distinct c.raw) as words, sum(c.events) as events
from unknown_code c join quality_batch b using (batch_id)
group by all order by b.source_system, c.field
