-- Days that a source has rows of, but far fewer than usual; the first and the last day may be cut, and are left alone.
select source_system, day::varchar as day, events, round(usual)::bigint as usual
from quality_day_usual
where care_unit_id is null and expected and whole_day and events > 0 and usual >= $thin_floor::integer
  and events < $thin_share::double * usual
order by source_system, day
