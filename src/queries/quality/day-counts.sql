-- How much of what was asked could be told, at each source: its own days, and the days of its units.
select
  r.source_system,
  greatest(0, r.tested_to - r.tested_from) as days,
  coalesce((select count(*) from quality_day_usual d where d.source_system = r.source_system and d.care_unit_id is null and d.told), 0) as told,
  (select count(*) from quality_day_usual d where d.source_system = r.source_system and d.care_unit_id is null and d.events > 0) as filled,
  (select count(distinct care_unit_id) from quality_day_usual d where d.source_system = r.source_system and d.expected) as units_told,
  (select count(distinct care_unit_id) from quality_period_hour h where h.source_system = r.source_system) as units
from quality_reach r
order by r.source_system
