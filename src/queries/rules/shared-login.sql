-- Was one login used at two places at once?
-- Cannot tell: the log names neither workstation nor network address of the user that day, or for two of them
-- no time of day.
with
  active as (
    select l.user_id, l.day, max_by(l.lookup_no, l.first_time) as lookup_no from graded_lookup l group by l.user_id, l.day
  ),
  switched as (
    select user_id, day, count(*) as times, min(local_time) as first_time
    from place_switch where at_once group by user_id, day
  ),
  behind as (
    select l.user_id, l.day, max_by(l.lookup_no, (l.first_time, l.lookup_no)) as lookup_no, array_agg(l.lookup_no) as lookups
    from graded_lookup l
    semi join switched s on s.user_id = l.user_id and s.day = l.day and s.times >= $times::integer
    group by l.user_id, l.day
  )
select
  coalesce(b.lookup_no, a.lookup_no)                                                             as lookup_no,
  case
    when s.times >= $times::integer then true
    when p.is_open then null
    when p.user_id is not null then false
  end                                                                                            as flagged,
  case when p.user_id is null then 'workstation_not_logged' else 'time_of_day_unknown' end       as cause,
  b.lookups,
  s.times,
  s.first_time
from active a
left join place_day p on p.user_id = a.user_id and p.day = a.day
left join switched s on s.user_id = a.user_id and s.day = a.day
left join behind b on b.user_id = a.user_id and b.day = a.day
