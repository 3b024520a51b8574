-- Did one user open far more patients in a day than others of the same title and unit, or, with too few of those, of the unit?
-- A day that was busy for all of them is no one's, and what many of the peers come near on more than one day is their work.
-- Cannot tell: there are too few to compare with.
with
  busy as (
    select * from user_day where patients >= $patients::integer
  ),
  titled as (
    select a.user_id, a.day, count(distinct b.user_id) as peers, count(*) as peer_days,
      median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation,
      median(b.patients) filter (where b.day = a.day) as middle_that_day
    from busy a join user_day b on b.care_unit_id = a.care_unit_id and b.title = a.title and b.user_id <> a.user_id
    group by a.user_id, a.day
    having count(distinct b.user_id) >= $peers::integer
  ),
  united as (
    select a.user_id, a.day, count(distinct b.user_id) as peers, count(*) as peer_days,
      median(b.patients) as middle, 1.4826 * mad(b.patients) as deviation,
      median(b.patients) filter (where b.day = a.day) as middle_that_day
    from busy a
    join user_day b on b.care_unit_id = a.care_unit_id and b.user_id <> a.user_id
    anti join titled t on t.user_id = a.user_id and t.day = a.day
    group by a.user_id, a.day
    having count(distinct b.user_id) >= $peers::integer
  ),
  compared as (
    select *, 'title' as compared_with from titled
    union all
    select *, 'unit' from united
  ),
  -- peers who on several days open four fifths of it or more
  near as (
    select a.user_id, a.day, b.user_id as peer_id
    from busy a
    join compared c on c.user_id = a.user_id and c.day = a.day
    join user_day b
      on b.care_unit_id = a.care_unit_id and b.user_id <> a.user_id and (c.compared_with = 'unit' or b.title = a.title)
    where b.patients * 5 >= a.patients * 4
    group by a.user_id, a.day, b.user_id
    having count(*) >= 2
  ),
  alike as (
    select user_id, day, count(*) as peers from near group by user_id, day
  )
select
  d.lookup_no,
  case
    when d.patients < $patients::integer then false
    when c.compared_with is null then null
    else d.patients >= $times_median::double * greatest(c.middle, c.middle_that_day)
      and d.patients > c.middle + $deviations::double * greatest(c.deviation, 1)
      and coalesce(n.peers, 0) < $alike_share::double * c.peers
  end                                                                                            as flagged,
  'too_few_peers'                                                                                as cause,
  d.lookups,
  d.patients,
  c.middle                                                                                       as peer_median,
  c.peers,
  c.peer_days,
  c.compared_with
from user_day d
left join compared c on c.user_id = d.user_id and c.day = d.day
left join alike n on n.user_id = d.user_id and n.day = d.day
