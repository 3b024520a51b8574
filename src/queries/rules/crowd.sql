-- Did unusually many users without a care relation open the same patient within some days? A user with any lookup there that
-- is explained is not one of them. Lists on the screen do not count.
-- Cannot tell: with the users whose relation is not known it would be so many.
with
  opened as (
    select l.lookup_no, l.user_no, l.person_no, l.day, l.first_time, l.in_period,
      coalesce(l.relation_grade in ('C', 'E') or o.coverage = 'covered', false)                  as is_weak,
      l.relation_grade is null or l.relation_grade = 'D' or coalesce(o.coverage <> 'covered', false) as is_open
    from window_lookup l
    left join listed_only o on o.lookup_no = l.lookup_no
    where l.person_no is not null and not l.incidental and l.day > $from::date - $days::integer
      and coalesce(l.relation_cause, '') <> 'test_patient'
  ),
  reader as (
    select o.person_no, o.user_no, min(o.is_weak::integer) = 1 as is_weak, min((o.is_weak or o.is_open)::integer) = 1 as is_unsure
    from opened o group by o.person_no, o.user_no
  ),
  usual as (
    select count(distinct person_no) as patients, count(*) filter (where is_weak) as weak_pairs from reader
  ),
  unsure as (
    select person_no from reader where is_unsure group by person_no having count(*) >= $users::integer
  ),
  weak as (
    select distinct o.person_no as person_no, o.user_no as user_no, o.day, r.is_weak as is_weak, o.in_period
    from opened o
    join unsure u on u.person_no = o.person_no
    join reader r on r.person_no = o.person_no and r.user_no = o.user_no and r.is_unsure
  ),
  windowed as (
    select a.person_no, a.day as last_day, count(distinct b.user_no) as users_at_most,
      case when a.ends_weak then count(distinct case when b.is_weak then b.user_no end) else 0 end as users
    from (
      select person_no, day, max(is_weak::integer) = 1 as ends_weak from weak where in_period group by person_no, day
    ) a
    join weak b on b.person_no = a.person_no and b.day <= a.day and b.day > a.day - $days::integer
    group by a.person_no, a.day, a.ends_weak
  ),
  worst as (
    select w.person_no, min_by(w.last_day, (-w.users, w.last_day)) as last_day, max(w.users) as users, max(w.users_at_most) as users_at_most
    from windowed w group by w.person_no
  ),
  judged as (
    select w.person_no, w.last_day, w.users, u.weak_pairs::double / u.patients as usual,
      case
        when w.users >= $users::integer and w.users >= $times_usual::double * u.weak_pairs / u.patients then true
        when w.users_at_most >= $users::integer and w.users_at_most >= $times_usual::double * u.weak_pairs / u.patients then null
        else false
      end                                                                                        as flagged
    from worst w cross join usual u
  ),
  behind as (
    select o.person_no as person_no, min(o.day) as first_day, max(o.day) as last_day,
      max_by(o.lookup_no, (o.first_time, o.lookup_no)) filter (where o.in_period) as lookup_no, array_agg(o.lookup_no) as lookups
    from opened o
    join judged j on j.person_no = o.person_no and j.flagged
    join reader r on r.person_no = o.person_no and r.user_no = o.user_no and r.is_weak
    where o.day <= j.last_day and o.day > j.last_day - $days::integer
    group by o.person_no
  ),
  lead as (
    select o.person_no, max_by(o.lookup_no, (o.first_time, o.lookup_no)) as lookup_no from opened o where o.in_period group by o.person_no
  )
select
  coalesce(b.lookup_no, d.lookup_no)                                                             as lookup_no,
  case when j.person_no is null then false else j.flagged end                                   as flagged,
  'relation_unknown'                                                                             as cause,
  b.lookups,
  j.users,
  b.first_day,
  b.last_day,
  j.usual
from lead d
left join judged j on j.person_no = d.person_no
left join behind b on b.person_no = d.person_no
