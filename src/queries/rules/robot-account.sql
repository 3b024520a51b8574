-- Did a robot or service account read as people do: from a person's workstation, or outside the systems, activities and
-- hours (one before and after included) of the days before?
-- Cannot tell: too few days with events lie before, or the log tells no time of day.
with
  active as (
    select distinct user_id, day from robot_event
  ),
  history as (
    select a.user_id, a.day, count(b.day) as days_before
    from active a
    left join active b on b.user_id = a.user_id and b.day < a.day and b.day >= a.day - $days::integer
    where a.day >= $from::date
    group by a.user_id, a.day
  ),
  -- since when an account has been at a workstation
  seat as (
    select user_id, workstation, min(day) as first_day from robot_event where workstation is not null group by user_id, workstation
  ),
  at_person as (
    select e.user_id as user_id, e.day as day, sum(e.events) as events
    from robot_event e
    join person_workstation p on p.workstation = e.workstation
    join seat s on s.user_id = e.user_id and s.workstation = e.workstation and s.first_day = e.day
    where e.day >= $from::date
    group by e.user_id, e.day
  ),
  new_system as (
    select e.user_id, e.day, sum(e.events) as events
    from robot_event e
    where e.day >= $from::date and not exists (
      select 1 from robot_event b
      where b.user_id = e.user_id and b.source_system = e.source_system and b.day < e.day and b.day >= e.day - $days::integer
    )
    group by e.user_id, e.day
  ),
  new_activity as (
    select e.user_id, e.day, sum(e.events) as events
    from robot_event e
    where e.day >= $from::date and not exists (
      select 1 from robot_event b
      where b.user_id = e.user_id and b.activity = e.activity and b.day < e.day and b.day >= e.day - $days::integer
    )
    group by e.user_id, e.day
  ),
  new_hour as (
    select e.user_id, e.day, sum(e.events) as events
    from robot_event e
    where e.day >= $from::date and e.hour is not null and not exists (
      select 1 from robot_event b
      where b.user_id = e.user_id and b.day < e.day and b.day >= e.day - $days::integer
        and (abs(b.hour - e.hour) <= 1 or abs(b.hour - e.hour) = 23)
    )
    group by e.user_id, e.day
  ),
  timeless as (
    select distinct e.user_id, e.day
    from robot_event e
    where e.hour is null and exists (
      select 1 from robot_event b where b.user_id = e.user_id and b.day < e.day and b.hour is not null
    )
  ),
  opened as (
    select l.user_id, l.day, max_by(l.lookup_no, (l.first_time, l.lookup_no)) as lookup_no, array_agg(l.lookup_no) as lookups
    from every_lookup l where l.is_robot and l.in_period group by l.user_id, l.day
  )
select
  o.lookup_no,
  case
    when p.events > 0 then true
    when h.days_before < $known_days::integer then null
    when coalesce(s.events, a.events, n.events) is not null then true
    when t.user_id is not null then null
    else false
  end                                                                    as flagged,
  case when h.days_before < $known_days::integer then 'too_little_history' else 'time_of_day_unknown' end as cause,
  o.lookups,
  case
    when p.events > 0 then 'workstation'
    when s.events > 0 then 'system'
    when a.events > 0 then 'activity'
    when n.events > 0 then 'hour'
  end                                                                    as what,
  coalesce(p.events, s.events, a.events, n.events)                       as events
from opened o
join history h on h.user_id = o.user_id and h.day = o.day
left join at_person p on p.user_id = o.user_id and p.day = o.day
left join new_system s on s.user_id = o.user_id and s.day = o.day
left join new_activity a on a.user_id = o.user_id and a.day = o.day
left join new_hour n on n.user_id = o.user_id and n.day = o.day
left join timeless t on t.user_id = o.user_id and t.day = o.day
