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
  -- peers are the same on all busy days of a user at one unit
  titled as (
    select a.user_no as user_no, a.care_unit_id as care_unit_id, a.title_key as title_key,
      count(distinct b.user_no) as peers, count(*) as peer_days, median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation
    from (select distinct user_no, care_unit_id, title_key from busy) a
    join user_day b on b.care_unit_id = a.care_unit_id and b.title_key = a.title_key and b.user_no <> a.user_no
    group by a.user_no, a.care_unit_id, a.title_key
    having count(distinct b.user_no) >= $peers::integer
  ),
  untitled as (
    select a.user_no as user_no, a.day as day, a.care_unit_id as care_unit_id
    from busy a
    anti join titled t on t.user_no = a.user_no and t.care_unit_id = a.care_unit_id and t.title_key = a.title_key
  ),
  united as (
    select a.user_no as user_no, a.care_unit_id as care_unit_id,
      count(distinct b.user_no) as peers, count(*) as peer_days, median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation
    from (select distinct user_no, care_unit_id from untitled) a
    join user_day b on b.care_unit_id = a.care_unit_id and b.user_no <> a.user_no
    group by a.user_no, a.care_unit_id
    having count(distinct b.user_no) >= $peers::integer
  ),
  grouped as (
    select a.user_no as user_no, a.day as day, a.care_unit_id as care_unit_id, a.title_key as title_key,
      t.peers, t.peer_days, t.middle, t.deviation, 'title' as compared_with
    from busy a
    join titled t on t.user_no = a.user_no and t.care_unit_id = a.care_unit_id and t.title_key = a.title_key
    union all
    select a.user_no, a.day, a.care_unit_id, null, u.peers, u.peer_days, u.middle, u.deviation, 'unit'
    from untitled a
    join united u on u.user_no = a.user_no and u.care_unit_id = a.care_unit_id
  ),
  that_day as (
    select g.user_no as user_no, g.day as day, median(b.patients) as middle
    from grouped g
    join user_day b
      on b.care_unit_id = g.care_unit_id and b.day = g.day and b.user_no <> g.user_no
      and (g.compared_with = 'unit' or b.title_key = g.title_key)
    group by g.user_no, g.day
  ),
  compared as (
    select g.*, t.middle as middle_that_day
    from grouped g left join that_day t on t.user_no = g.user_no and t.day = g.day
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
