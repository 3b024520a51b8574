select source_system, count(*) as lists, sum(events) as events, sum(events - incidental) as unmarked
from quality_list group by source_system order by source_system
