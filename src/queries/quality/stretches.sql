-- The log of each source in stretches with more than `$far_days` days between them. A stretch with a sliver of the rows is
-- stray: a wrong clock, not a part of the log.
create or replace temp table quality_stretch as
with
  days as (
    select source_system, hour::date as day, sum(events) as events
    from quality_hour where hour is not null
    group by all
  ),
  marked as (
    select *, coalesce(day - lag(day) over (partition by source_system order by day) > $far_days::integer, true) as starts
    from days
  ),
  numbered as (
    select *, sum(starts::integer) over (partition by source_system order by day rows unbounded preceding) as stretch
    from marked
  ),
  stretches as (
    select source_system, stretch, min(day) as first_day, max(day) as last_day, sum(events) as events
    from numbered group by all
  )
select
  *, events < $far_share::double * sum(events) over (partition by source_system) as stray
from stretches;
-- From where to where each source is held to speak: its own days, those that its files claim, and those asked for.
create or replace temp table quality_reach as
with
  own as (
    select source_system, min(first_day) as first_day, max(last_day) as last_day
    from quality_stretch where not stray group by source_system
  ),
  claim as (
    select coalesce(e.source_system, b.source_system) as source_system, min(b.log_from)::date as first_day,
      (max(b.log_to) - interval 1 microsecond)::date as last_day
    from quality_batch b
    left join quality_batch_source e using (batch_id)
    where b.log_from is not null and b.log_to is not null
    group by all
  )
select
  own.source_system, own.first_day, own.last_day,
  greatest(p.from_day, if($chosen, p.from_day, least(own.first_day, coalesce(claim.first_day, own.first_day)))) as tested_from,
  least(p.to_day, $today::date, if($chosen, p.to_day, greatest(own.last_day, coalesce(claim.last_day, own.last_day)) + 1)) as tested_to
from own
left join claim using (source_system)
cross join quality_period p;
