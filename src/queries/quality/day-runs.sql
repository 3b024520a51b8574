-- Days without rows put together to runs, the days between them that are seldom worked left out of the count. What a whole
-- source lacks is not said again of its units.
with
  silent as (
    select * from quality_day_usual d
    where d.expected and d.events = 0
      and (d.care_unit_id is null or not exists (
        select 1 from quality_day_usual s
        where s.source_system = d.source_system and s.care_unit_id is null and s.day = d.day and s.events = 0
      ))
  ),
  numbered as (
    select d.*, count(*) filter (where d.events > 0) over (
      partition by d.source_system, d.care_unit_id order by d.day rows unbounded preceding
    ) as run
    from quality_day_usual d
  )
select
  n.source_system, n.care_unit_id, min(n.day)::varchar as first_day, max(n.day)::varchar as last_day, count(*) as days,
  round(sum(n.usual))::bigint as usual
from numbered n
join silent s
  on s.source_system = n.source_system and s.care_unit_id is not distinct from n.care_unit_id and s.day = n.day
group by n.source_system, n.care_unit_id, n.run
order by days desc, usual desc, n.source_system, n.care_unit_id, first_day
