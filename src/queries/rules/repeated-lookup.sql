-- Did one user return to one patient on so many occasions within some days, unexplained or listed only? The days end in the
-- period and reach back before it. An occasion begins when so many hours have passed since the last event. Lists on the
-- screen do not count.
-- Cannot tell: with the lookups whose relation, or the events whose time of day, is not known it would be so many.
with
  weak as (
    select l.lookup_no, l.user_id as user_id, l.user_no, l.patient_id, l.person_no, l.care_unit_id, l.day, l.first_time, l.last_time, l.event_count, l.in_period,
      coalesce(l.relation_grade in ('C', 'E') or o.coverage = 'covered', false)                  as is_weak,
      l.relation_grade is null or l.relation_grade = 'D' or coalesce(o.coverage <> 'covered', false) as is_open
    from window_lookup l
    left join listed_only o on o.lookup_no = l.lookup_no
    where l.person_no is not null and not l.incidental and coalesce(l.relation_cause, '') <> 'test_patient'
  ),
  candidate as (
    select user_no, person_no from weak
    where is_weak or is_open
    group by user_no, person_no
    -- an hour less than asked for: the clock may have been set; without a time of day an event stands at midnight
    having sum(event_count) >= $occasions::integer
      and date_diff('minute', min(first_time), max(case when first_time = day then first_time + interval 1 day else last_time end))
        >= $hours_apart::integer * 60 * ($occasions::integer - 1) - 60
  ),
  event as (
    select w.user_no as user_no, w.person_no as person_no, w.day, w.in_period, w.is_weak, e.occurred_at,
      e.time_quality = 'date_only'                                                               as is_untimed,
      e.time_quality = 'date_only' and count(*) filter (where e.time_quality <> 'date_only') over (
        partition by w.user_no, w.person_no, w.day
      ) > 0                                                                                      as is_beside
    from weak w
    join candidate c on c.user_no = w.user_no and c.person_no = w.person_no
    join access_event e
      on e.user_id = w.user_id and e.patient_id = w.patient_id and e.local_time >= w.day and e.local_time < w.day + interval 1 day
      and e.care_unit_id is not distinct from w.care_unit_id
    where (w.is_weak or w.is_open) and e.actor_kind = 'staff' and not e.incidental
      and e.activity <> 'login' and e.activity <> 'logout' and e.activity <> 'consent'
  ),
  -- the time since the user's last event there, of whatever relation and of those without
  spaced as (
    select e.user_no, e.person_no, e.in_period, e.day, e.is_weak and not e.is_beside as is_weak, e.is_untimed,
      date_diff('second', max(case when not e.is_untimed then e.occurred_at end) over (
        partition by e.user_no, e.person_no order by e.occurred_at rows between unbounded preceding and 1 preceding
      ), e.occurred_at)                                                                          as since_any,
      date_diff('second', max(case when e.is_weak and not e.is_beside then e.occurred_at end) over (
        partition by e.user_no, e.person_no order by e.occurred_at rows between unbounded preceding and 1 preceding
      ), e.occurred_at)                                                                          as since_weak
    from event e
  ),
  occasion as (
    select s.user_no, s.person_no, s.in_period, s.day, s.is_weak as is_weak_event,
      s.is_weak and coalesce(s.since_weak, 1000000000) >= $hours_apart::integer * 3600           as is_weak,
      not s.is_untimed and coalesce(s.since_any, 1000000000) >= $hours_apart::integer * 3600     as is_any
    from spaced s
  ),
  -- an event without a time of day may be at any time of it: between two with a time there is room for so many occasions that
  -- are as far from both, and from each other, as is asked for
  untimed as (
    select e.user_no as user_no, e.person_no as person_no, e.day as day, min(e.occurred_at) as midnight, count(*) as events
    from event e where e.is_untimed group by e.user_no, e.person_no, e.day
  ),
  timed as (
    select e.user_no, e.person_no, e.occurred_at
    from event e
    join (select distinct user_no, person_no from untimed) u on u.user_no = e.user_no and u.person_no = e.person_no
    where not e.is_untimed
  ),
  gap as (
    select t.user_no, t.person_no, t.occurred_at as after_time,
      lead(t.occurred_at, 1, null) over (partition by t.user_no, t.person_no order by t.occurred_at) as before_time
    from timed t
    union all
    select t.user_no, t.person_no, null, min(t.occurred_at) from timed t group by t.user_no, t.person_no
  ),
  span as (
    select u.user_no, u.person_no, u.day, u.events,
      greatest(0, coalesce(date_diff('second', u.midnight, g.after_time) + $hours_apart::integer * 3600, 0)) as from_second,
      least(86399, coalesce(date_diff('second', u.midnight, g.before_time) - $hours_apart::integer * 3600, 86399)) as to_second
    from untimed u
    left join gap g on g.user_no = u.user_no and g.person_no = u.person_no
  ),
  room as (
    select s.user_no, s.person_no, s.day,
      least(min(s.events)::bigint, sum(case
        when s.to_second >= s.from_second then floor((s.to_second - s.from_second) / ($hours_apart::integer * 3600))::bigint + 1 else 0
      end))                                                                                      as occasions
    from span s group by s.user_no, s.person_no, s.day
  ),
  by_day as (
    select o.user_no, o.person_no, o.day, max(o.in_period::integer) = 1 as in_period, max(o.is_weak_event::integer) = 1 as ends_weak,
      count(*) filter (where o.is_weak)                                                          as weak_occasions,
      count(*) filter (where o.is_any) + coalesce(min(r.occasions), 0)                           as most_occasions
    from occasion o
    left join room r on r.user_no = o.user_no and r.person_no = o.person_no and r.day = o.day
    group by o.user_no, o.person_no, o.day
  ),
  -- the occasions up to each day of the period, so far back
  counted as (
    select a.user_no, a.person_no, a.day as last_day, a.ends_weak,
      sum(b.weak_occasions)                                                                      as occasions,
      sum(b.most_occasions)                                                                      as occasions_any,
      min(b.day) filter (where b.weak_occasions > 0)                                             as first_day
    from by_day a
    join by_day b on b.user_no = a.user_no and b.person_no = a.person_no
      and b.day <= a.day and b.day > a.day - $days::integer
    where a.in_period
    group by a.user_no, a.person_no, a.day, a.ends_weak
  ),
  pair as (
    select c.user_no, c.person_no, case when c.ends_weak then c.occasions else 0 end as occasions, c.first_day, c.last_day,
      max(c.occasions_any) over (partition by c.user_no, c.person_no)                           as occasions_any,
      row_number() over (
        partition by c.user_no, c.person_no order by case when c.ends_weak then c.occasions else 0 end desc, c.last_day desc
      )                                                                                          as place
    from counted c
  ),
  lead as (
    select w.user_no, w.person_no, max_by(w.lookup_no, (w.first_time, w.lookup_no)) as lookup_no
    from weak w where w.in_period group by w.user_no, w.person_no
  ),
  behind as (
    select w.user_no, w.person_no, array_agg(w.lookup_no) as lookups,
      max_by(w.lookup_no, (w.first_time, w.lookup_no)) filter (where w.in_period) as lookup_no
    from weak w
    join pair p on p.user_no = w.user_no and p.person_no = w.person_no and p.place = 1
    where p.occasions >= $occasions::integer and w.is_weak and w.day between p.first_day and p.last_day
    group by w.user_no, w.person_no
  )
select
  coalesce(b.lookup_no, d.lookup_no)                                                             as lookup_no,
  case
    when b.lookup_no is not null then true
    when p.occasions_any >= $occasions::integer then null
    else false
  end                                                                                            as flagged,
  'relation_unknown'                                                                             as cause,
  b.lookups,
  p.occasions::bigint                                                                            as occasions,
  p.first_day,
  p.last_day
from lead d
left join pair p on p.user_no = d.user_no and p.person_no = d.person_no and p.place = 1
left join behind b on b.user_no = d.user_no and b.person_no = d.person_no
