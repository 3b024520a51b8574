-- Did unusually many users without a care relation open the same patient within some days? A user with any lookup there that
-- is explained is not one of them. Lists on the screen do not count.
-- Cannot tell: with the users whose relation is not known it would be so many.
with
  opened as (
    select l.lookup_no, l.user_id, l.person_key, l.day, l.first_time, l.in_period,
      coalesce(l.relation_grade in ('C', 'E') or o.coverage = 'covered', false)                  as is_weak,
      l.relation_grade is null or l.relation_grade = 'D' or coalesce(o.coverage <> 'covered', false) as is_open
    from window_lookup l
    left join listed_only o on o.lookup_no = l.lookup_no
    where l.person_key is not null and not l.incidental and l.day > $from::date - $days::integer
      and coalesce(l.relation_cause, '') <> 'test_patient'
  ),
  reader as (
    select o.person_key, o.user_id, min(o.is_weak::integer) = 1 as is_weak, min((o.is_weak or o.is_open)::integer) = 1 as is_unsure
    from opened o group by o.person_key, o.user_id
  ),
  usual as (
    select count(distinct person_key) as patients, count(*) filter (where is_weak) as weak_pairs from reader
  ),
  unsure as (
    select person_key from reader where is_unsure group by person_key having count(*) >= $users::integer
  ),
  weak as (
    select distinct o.person_key as person_key, o.user_id as user_id, o.day, r.is_weak as is_weak, o.in_period
    from opened o
    join unsure u on u.person_key = o.person_key
    join reader r on r.person_key = o.person_key and r.user_id = o.user_id and r.is_unsure
  ),
  windowed as (
    select a.person_key, a.day as last_day, count(distinct b.user_id) as users_at_most,
      case when a.ends_weak then count(distinct case when b.is_weak then b.user_id end) else 0 end as users
    from (
      select person_key, day, max(is_weak::integer) = 1 as ends_weak from weak where in_period group by person_key, day
    ) a
    join weak b on b.person_key = a.person_key and b.day <= a.day and b.day > a.day - $days::integer
    group by a.person_key, a.day, a.ends_weak
  ),
  worst as (
    select w.person_key, w.last_day, w.users, max(w.users_at_most) over (partition by w.person_key) as users_at_most,
      row_number() over (partition by w.person_key order by w.users desc, w.last_day) as place
    from windowed w
  ),
  judged as (
    select w.person_key, w.last_day, w.users, u.weak_pairs::double / u.patients as usual,
      case
        when w.users >= $users::integer and w.users >= $times_usual::double * u.weak_pairs / u.patients then true
        when w.users_at_most >= $users::integer and w.users_at_most >= $times_usual::double * u.weak_pairs / u.patients then null
        else false
      end                                                                                        as flagged
    from worst w cross join usual u
    where w.place = 1
  ),
  behind as (
    select o.person_key as person_key, min(o.day) as first_day, max(o.day) as last_day,
      max_by(o.lookup_no, (o.first_time, o.lookup_no)) filter (where o.in_period) as lookup_no, array_agg(o.lookup_no) as lookups
    from opened o
    join judged j on j.person_key = o.person_key and j.flagged
    join reader r on r.person_key = o.person_key and r.user_id = o.user_id and r.is_weak
    where o.day <= j.last_day and o.day > j.last_day - $days::integer
    group by o.person_key
  ),
  lead as (
    select o.person_key, max_by(o.lookup_no, (o.first_time, o.lookup_no)) as lookup_no from opened o where o.in_period group by o.person_key
  )
select
  coalesce(b.lookup_no, d.lookup_no)                                                             as lookup_no,
  case when j.person_key is null then false else j.flagged end                                   as flagged,
  'relation_unknown'                                                                             as cause,
  b.lookups,
  j.users,
  b.first_day,
  b.last_day,
  j.usual
from lead d
left join judged j on j.person_key = d.person_key
left join behind b on b.person_key = d.person_key
