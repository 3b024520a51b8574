-- Hours without rows inside days that have some, at sources and units that nearly always have rows in that hour of that
-- kind of day. An hour that the clock left out never was.
with
  hourly as (
    select source_system, null as care_unit_id, hour, sum(events) as events
    from quality_hour where hour is not null and date_only = 0 group by all
    union all
    select source_system, care_unit_id, hour, sum(events)
    from quality_hour where hour is not null and date_only = 0 and care_unit_id is not null group by all
  ),
  known as (
    select h.*, c.alike >= 6 as rest, c.kind = 'eve' as eve
    from hourly h
    join quality_reach r using (source_system)
    join quality_calendar c on c.day = h.hour::date
    where h.hour::date between r.first_day and r.last_day
  ),
  days as (
    select distinct source_system, care_unit_id, hour::date as day, rest, eve from known
  ),
  days_of_kind as (
    select source_system, care_unit_id, rest, count(*) as days from days where not eve group by all
  ),
  usual as (
    select k.source_system, k.care_unit_id, k.rest, extract(hour from k.hour) as clock, count(*) as filled, any_value(d.days) as days,
      median(k.events) as usual
    from known k
    join days_of_kind d on d.source_system = k.source_system and d.care_unit_id is not distinct from k.care_unit_id and d.rest = k.rest
    where not k.eve
    group by all
    having count(*) >= $hour_others::integer
  ),
  bounds as (
    select source_system, min(hour) as first_hour, max(hour) as last_hour from known where care_unit_id is null group by source_system
  ),
  silent as (
    select d.source_system, d.care_unit_id, d.day + to_hours(u.clock::bigint) as hour, u.usual
    from days d
    join usual u on u.source_system = d.source_system and u.care_unit_id is not distinct from d.care_unit_id and u.rest = d.rest
    join bounds b on b.source_system = d.source_system
    cross join quality_period p
    where d.day >= p.from_day and d.day < p.to_day
      and u.days - if(d.eve, 0, 1) >= $hour_others::integer
      and u.filled >= $hour_share::double * (u.days - if(d.eve, 0, 1))
      and d.day + to_hours(u.clock::bigint) between b.first_hour and b.last_hour
      and timezone(getvariable('zone'), timezone(getvariable('zone'), d.day + to_hours(u.clock::bigint))) = d.day + to_hours(u.clock::bigint)
      and not exists (
        select 1 from known k
        where k.source_system = d.source_system and k.care_unit_id is not distinct from d.care_unit_id
          and k.hour = d.day + to_hours(u.clock::bigint)
      )
  ),
  apart as (
    select s.*, epoch(s.hour) // 3600 - row_number() over (partition by s.source_system, s.care_unit_id order by s.hour) as run
    from silent s
    where s.care_unit_id is null or not exists (
      select 1 from silent o where o.care_unit_id is null and o.source_system = s.source_system and o.hour = s.hour
    )
  )
select
  source_system, care_unit_id, min(hour)::varchar as from_time, (max(hour) + interval 1 hour)::varchar as to_time, count(*) as hours,
  round(sum(usual))::bigint as usual
from apart
group by source_system, care_unit_id, run
having sum(usual) >= if(care_unit_id is null, $source_floor::integer, $unit_floor::integer)
order by usual desc, source_system, care_unit_id, from_time
