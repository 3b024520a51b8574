select
  coalesce(sum(lookups), 0) as lookups, coalesce(sum(lookups) filter (where not covered), 0) as uncovered,
  count(distinct care_unit_id) as units,
  (select count(*) from (select care_unit_id from quality_covered group by care_unit_id having not bool_or(covered))) as silent_units
from quality_covered
