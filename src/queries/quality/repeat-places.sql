select source_system, care_unit_id, sum(repeats) as part, count(*) over (partition by source_system) as places
from quality_repeat group by source_system, care_unit_id
qualify row_number() over (partition by source_system order by sum(repeats) desc, care_unit_id) <= $most
order by source_system, part desc, care_unit_id
