-- Days without rows, or with far fewer than usual, at sources and at units. What is usual is learnt from the days of the
-- same kind between the first and the last row of the source or unit: the same weekday, or, at a source whose log is too
-- short for that, all working days or all days of rest. Eves are held to a Sunday and teach nothing.
create or replace temp table quality_day_usual as
with
  counted as (
    select source_system, null as care_unit_id, hour::date as day, sum(events) as events
    from quality_hour where hour is not null group by all
    union all
    select source_system, care_unit_id, hour::date, sum(events)
    from quality_hour where hour is not null and care_unit_id is not null group by all
  ),
  -- A day that is stray teaches nothing either.
  known as (
    select c.* from counted c join quality_reach r using (source_system) where c.day between r.first_day and r.last_day
  ),
  series as (
    select source_system, care_unit_id, min(day) as first_day, max(day) as last_day
    from known group by all
    having sum(events) >= $least_rows::integer
  ),
  days as (
    select
      s.source_system, s.care_unit_id, c.day, c.kind, c.alike, coalesce(k.events, 0) as events,
      c.day between s.first_day and s.last_day as inside,
      c.day > s.first_day and c.day < s.last_day as whole_day,
      c.day >= r.tested_from and c.day < r.tested_to as tested
    from series s
    join quality_reach r using (source_system)
    join quality_calendar c on c.day between least(r.first_day, r.tested_from) and greatest(r.last_day, r.tested_to)
    left join known k
      on k.source_system = s.source_system and k.care_unit_id is not distinct from s.care_unit_id and k.day = c.day
  ),
  by_weekday as (
    select source_system, care_unit_id, alike, median(events) as usual, count(*) as days, count(*) filter (where events > 0) as filled
    from days where inside and kind <> 'eve' group by all
  ),
  by_group as (
    select source_system, care_unit_id, alike >= 6 as rest, median(events) as usual, count(*) as days,
      count(*) filter (where events > 0) as filled
    from days where inside and kind <> 'eve' group by all
  ),
  -- A day inside the series is itself among the days that it is held against.
  judged as (
    select
      d.source_system, d.care_unit_id, d.day, d.events, d.whole_day,
      if(w.days - d.inside::integer >= $weekday_others::integer, w.usual, if(d.care_unit_id is null, g.usual, null)) as usual,
      if(w.days - d.inside::integer >= $weekday_others::integer, w.days, if(d.care_unit_id is null, g.days, null))
        - if(d.inside and d.kind <> 'eve', 1, 0) as others,
      if(w.days - d.inside::integer >= $weekday_others::integer, w.filled, if(d.care_unit_id is null, g.filled, null))
        - if(d.inside and d.kind <> 'eve' and d.events > 0, 1, 0) as filled,
      w.days - d.inside::integer >= $weekday_others::integer as by_weekday
    from days d
    left join by_weekday w
      on w.source_system = d.source_system and w.care_unit_id is not distinct from d.care_unit_id and w.alike = d.alike
    left join by_group g
      on g.source_system = d.source_system and g.care_unit_id is not distinct from d.care_unit_id and g.rest = (d.alike >= 6)
    where d.tested
  )
select
  source_system, care_unit_id, day, events, usual,
  coalesce(others >= if(by_weekday, $weekday_others::integer, $group_others::integer), false) as told,
  coalesce(
    others >= if(by_weekday, $weekday_others::integer, $group_others::integer)
    and filled >= if(care_unit_id is null, $source_share::double, $unit_share::double) * others
    and usual >= if(care_unit_id is null, if(by_weekday, $source_floor::integer, $thin_floor::integer), $unit_floor::integer),
    false
  ) as expected,
  whole_day
from judged;
