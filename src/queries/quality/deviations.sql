select b.source_system, d.code, sum(d.records) as records, count(distinct d.batch_id) as batches
from deviation d join quality_batch b using (batch_id)
group by all order by b.source_system, records desc, d.code
