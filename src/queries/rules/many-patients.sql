-- Did one user open far more patients in a day than others of the same title and unit, or, with too few of those, of the unit?
-- A day that was busy for all of them is no one's, and what many of the peers come near on more than one day is their work.
-- Cannot tell: there are too few to compare with.
with
  -- what is not even half as far above its group is none, and most days need no closer look
  usual as (
    select care_unit_id, title_key, median(patients) as middle, count(distinct user_no) as users
    from user_day group by care_unit_id, title_key
  ),
  busy as (
    select d.*
    from user_day d
    left join usual u on u.care_unit_id = d.care_unit_id and u.title_key = d.title_key
    where d.patients >= $patients::integer
      and (u.users is null or u.users <= $peers::integer or d.patients >= $times_median::double * u.middle / 2)
  ),
  titled as (
    select a.user_no as user_no, a.day as day, count(distinct b.user_no) as peers, count(*) as peer_days,
      median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation,
      median(b.patients) filter (where b.day = a.day) as middle_that_day
    from busy a join user_day b on b.care_unit_id = a.care_unit_id and b.title_key = a.title_key and b.user_no <> a.user_no
    group by a.user_no, a.day
    having count(distinct b.user_no) >= $peers::integer
  ),
  united as (
    select a.user_no as user_no, a.day as day, count(distinct b.user_no) as peers, count(*) as peer_days,
      median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation,
      median(b.patients) filter (where b.day = a.day) as middle_that_day
    from busy a
    join user_day b on b.care_unit_id = a.care_unit_id and b.user_no <> a.user_no
    anti join titled t on t.user_no = a.user_no and t.day = a.day
    group by a.user_no, a.day
    having count(distinct b.user_no) >= $peers::integer
  ),
  compared as (
    select *, 'title' as compared_with from titled
    union all
    select *, 'unit' from united
  ),
  -- peers who on several days open four fifths of it or more
  near as (
    select a.user_no as user_no, a.day as day, b.user_no as peer_no
    from busy a
    join compared c on c.user_no = a.user_no and c.day = a.day
    join user_day b
      on b.care_unit_id = a.care_unit_id and b.user_no <> a.user_no and (c.compared_with = 'unit' or b.title_key = a.title_key)
    where b.patients * 5 >= a.patients * 4
    group by a.user_no, a.day, b.user_no
    having count(*) >= 2
  ),
  alike as (
    select user_no, day, count(*) as peers from near group by user_no, day
  ),
  judged as (
    select d.user_no as user_no, d.day as day, d.lookup_no as lookup_no, d.patients as patients, c.middle, c.peers as peers, c.peer_days, c.compared_with,
      case
        when b.user_no is null then false
        when c.compared_with is null then null
        else d.patients >= $times_median::double * greatest(c.middle, c.middle_that_day)
          and d.patients > c.middle + $deviations::double * greatest(c.deviation, 1)
          and coalesce(n.peers, 0) < $alike_share::double * c.peers
      end                                                                as flagged
    from user_day d
    left join busy b on b.user_no = d.user_no and b.day = d.day
    left join compared c on c.user_no = d.user_no and c.day = d.day
    left join alike n on n.user_no = d.user_no and n.day = d.day
  ),
  behind as (
    select j.user_no as user_no, j.day as day, max_by(l.lookup_no, (l.first_time, l.lookup_no)) as lookup_no, array_agg(l.lookup_no) as lookups
    from judged j
    join graded_lookup l on l.user_no = j.user_no and l.day = j.day
    where j.flagged and not l.incidental and l.person_no is not null and coalesce(l.relation_cause, '') <> 'test_patient'
    group by j.user_no, j.day
  )
select
  coalesce(b.lookup_no, j.lookup_no)                                     as lookup_no,
  j.flagged,
  'too_few_peers'                                                        as cause,
  b.lookups,
  j.patients,
  j.middle                                                               as peer_median,
  j.peers,
  j.peer_days,
  j.compared_with
from judged j
left join behind b on b.user_no = j.user_no and b.day = j.day
