-- Rows far from the rest of their source, and rows of days that have not been.
select source_system, 'stray' as kind, first_day::varchar as first_day, last_day::varchar as last_day, events as rows
from quality_stretch s
cross join quality_period p
where stray and last_day >= p.from_day and first_day < p.to_day
union all
select source_system, 'future', min(hour)::date::varchar, max(hour)::date::varchar, sum(events)
from quality_period_hour where hour >= $today::date + 1 group by source_system
order by kind, source_system, first_day
