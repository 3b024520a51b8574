-- The first rows that can be read, as they would be stored.
select source_row::varchar as source_row, {{columns}}
from incoming
where reject_cause is null
order by row_no
limit $most
