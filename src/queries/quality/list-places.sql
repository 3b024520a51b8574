select source_system, care_unit_id, sum(events - incidental) as part, count(*) over (partition by source_system) as places
from quality_list group by source_system, care_unit_id
having sum(events - incidental) > 0
qualify row_number() over (partition by source_system order by part desc, care_unit_id) <= $most
order by source_system, part desc, care_unit_id
