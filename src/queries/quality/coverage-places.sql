select care_unit_id, min(day) filter (where not covered)::varchar as first_day, max(day) filter (where not covered)::varchar as last_day,
  sum(lookups) filter (where not covered) as part, sum(lookups) as whole, count(*) over () as places
from quality_covered group by care_unit_id
having count(*) filter (where not covered) > 0
qualify row_number() over (order by part desc, care_unit_id) <= $most
order by part desc, care_unit_id
