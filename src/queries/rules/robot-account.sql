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
  compared as (
    select e.user_id, e.day, e.events, e.hour,
      p.workstation is not null and not exists (
        select 1 from robot_event b where b.user_id = e.user_id and b.workstation = e.workstation and b.day < e.day
      )                                                                  as at_person,
      not exists (
        select 1 from robot_event b
        where b.user_id = e.user_id and b.source_system = e.source_system and b.day < e.day and b.day >= e.day - $days::integer
      )                                                                  as new_system,
      not exists (
        select 1 from robot_event b
        where b.user_id = e.user_id and b.activity = e.activity and b.day < e.day and b.day >= e.day - $days::integer
      )                                                                  as new_activity,
      e.hour is not null and not exists (
        select 1 from robot_event b
        where b.user_id = e.user_id and b.day < e.day and b.day >= e.day - $days::integer
          and (abs(b.hour - e.hour) <= 1 or abs(b.hour - e.hour) = 23)
      )                                                                  as new_hour
    from robot_event e
    left join person_workstation p on p.workstation = e.workstation
    where e.day >= $from::date
  ),
  judged as (
    select user_id, day,
      sum(events) filter (where at_person)                               as at_person,
      sum(events) filter (where new_system)                              as new_system,
      sum(events) filter (where new_activity)                            as new_activity,
      sum(events) filter (where new_hour)                                as new_hour,
      sum(events) filter (where hour is null and exists (
        select 1 from robot_event b where b.user_id = compared.user_id and b.day < compared.day and b.hour is not null
      ))                                                                 as timeless
    from compared group by user_id, day
  ),
  opened as (
    select user_id, day, arg_max(lookup_no, (first_time, lookup_no)) as lookup_no, array_agg(lookup_no) as lookups
    from every_lookup where is_robot and in_period group by user_id, day
  )
select
  o.lookup_no,
  case
    when j.at_person > 0 then true
    when h.days_before < $known_days::integer then null
    when coalesce(j.new_system, j.new_activity, j.new_hour) is not null then true
    when j.timeless > 0 then null
    else false
  end                                                                    as flagged,
  case when h.days_before < $known_days::integer then 'too_little_history' else 'time_of_day_unknown' end as cause,
  o.lookups,
  case
    when j.at_person > 0 then 'workstation'
    when j.new_system > 0 then 'system'
    when j.new_activity > 0 then 'activity'
    when j.new_hour > 0 then 'hour'
  end                                                                    as what,
  coalesce(j.at_person, j.new_system, j.new_activity, j.new_hour)        as events
from opened o
join history h on h.user_id = o.user_id and h.day = o.day
join judged j on j.user_id = o.user_id and j.day = o.day
