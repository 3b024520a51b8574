-- Over so many days, counted back from the end of the period stretch by stretch, did a large share of one user's patients lack
-- a care relation, against users of the same title and unit? With too few of those, against the unit, then against everyone.
-- Lists on the screen do not count.
-- Cannot tell: with the patients whose relation is not known it would be such a share, or there is no one to compare with.
with
  opened as (
    select l.lookup_no, l.user_no, l.person_no, l.care_unit_id, l.first_time, l.in_period,
      floor(date_diff('day', l.day, $to::date - 1) / $days::integer)                             as stretch,
      coalesce(l.relation_grade in ('C', 'E') or o.coverage = 'covered', false)                  as is_weak,
      l.relation_grade is null or l.relation_grade = 'D' or coalesce(o.coverage <> 'covered', false) as is_open
    from window_lookup l
    left join listed_only o on o.lookup_no = l.lookup_no
    where l.person_no is not null and not l.incidental and coalesce(l.relation_cause, '') <> 'test_patient'
  ),
  main as (
    select user_no, stretch, care_unit_id,
      row_number() over (partition by user_no, stretch order by count(*) desc, care_unit_id) as place
    from opened group by user_no, stretch, care_unit_id
  ),
  by_patient as (
    select o.user_no, o.stretch, o.person_no, min(o.is_weak::integer) as is_weak, max(o.is_open::integer) as is_open,
      min((o.is_weak and o.in_period)::integer) as is_weak_here, max((o.is_open and o.in_period)::integer) as is_open_here
    from opened o group by o.user_no, o.stretch, o.person_no
  ),
  by_user as (
    select p.user_no as user_no, p.stretch as stretch, m.care_unit_id, s.title_key, count(*) as patients,
      sum(p.is_weak) as unexplained, sum(greatest(p.is_weak, p.is_open)) as unexplained_at_most,
      max(p.is_weak_here) as weak_here, max(p.is_open_here) as open_here,
      sum(p.is_weak)::double / count(*) as share
    from by_patient p
    join main m on m.user_no = p.user_no and m.stretch = p.stretch and m.place = 1
    -- by the title of the last day of the stretch
    left join staff_member s on s.user_no = p.user_no
      and $to::date - 1 - p.stretch::integer * $days::integer between s.from_day and s.to_day
    group by p.user_no, p.stretch, m.care_unit_id, s.title_key
  ),
  many as (
    select * from by_user where unexplained_at_most >= $patients::integer
  ),
  titled as (
    select a.user_no as user_no, a.stretch as stretch, count(*) as peers, median(b.share) as middle, 1.4826 * mad(b.share) as deviation
    from many a join by_user b
      on b.care_unit_id = a.care_unit_id and b.title_key = a.title_key and b.stretch = a.stretch and b.user_no <> a.user_no
    group by a.user_no, a.stretch
    having count(*) >= $peers::integer
  ),
  united as (
    select a.user_no as user_no, a.stretch as stretch, count(*) as peers, median(b.share) as middle, 1.4826 * mad(b.share) as deviation
    from many a join by_user b on b.care_unit_id = a.care_unit_id and b.stretch = a.stretch and b.user_no <> a.user_no
    anti join titled t on t.user_no = a.user_no and t.stretch = a.stretch
    group by a.user_no, a.stretch
    having count(*) >= $peers::integer
  ),
  everyone as (
    select a.user_no as user_no, a.stretch as stretch, count(*) as peers, median(b.share) as middle, 1.4826 * mad(b.share) as deviation
    from many a join by_user b on b.stretch = a.stretch and b.user_no <> a.user_no
    anti join titled t on t.user_no = a.user_no and t.stretch = a.stretch
    anti join united u on u.user_no = a.user_no and u.stretch = a.stretch
    group by a.user_no, a.stretch
    having count(*) >= $peers::integer
  ),
  compared as (
    select user_no, stretch, peers, middle, deviation, 'title' as compared_with from titled
    union all
    select user_no, stretch, peers, middle, deviation, 'unit' from united
    union all
    select user_no, stretch, peers, middle, deviation, 'everyone' from everyone
  ),
  judged as (
    -- a spread of one in a hundred at least, so that peers without any do not make one patient a deviation
    select a.*, c.peers, c.middle, c.compared_with,
      case when c.peers is not null then
        greatest($share::double, c.middle + $deviations::double * greatest(c.deviation, 0.01))
      end                                                                                        as edge
    from many a left join compared c on c.user_no = a.user_no and c.stretch = a.stretch
  ),
  answered as (
    select *,
      case
        when weak_here = 0 and open_here = 0 or unexplained_at_most::double / patients < coalesce(edge, $share::double) then 0
        when edge is null then 1
        when unexplained >= $patients::integer and share >= edge and weak_here = 1 then 2
        when unexplained_at_most > unexplained or weak_here = 0 then 1
        else 0
      end                                                                                        as answer
    from judged
  ),
  worst as (
    select *, row_number() over (partition by user_no order by answer desc, share desc, stretch) as place from answered
  ),
  behind as (
    select o.user_no, max_by(o.lookup_no, (o.first_time, o.lookup_no)) filter (where o.in_period) as any_lookup,
      max_by(o.lookup_no, (o.first_time, o.lookup_no)) filter (where o.in_period and o.is_weak and o.stretch = w.stretch) as weak_lookup,
      array_agg(o.lookup_no) filter (where o.is_weak and o.stretch = w.stretch)                  as lookups
    from opened o
    left join worst w on w.user_no = o.user_no and w.place = 1
    group by o.user_no
  )
select
  case when w.answer = 2 then b.weak_lookup else b.any_lookup end                                as lookup_no,
  case w.answer when 2 then true when 1 then null else false end                                 as flagged,
  case when w.edge is null then 'too_few_peers' else 'relation_unknown' end                      as cause,
  b.lookups,
  w.unexplained,
  w.patients,
  w.share,
  w.middle                                                                                       as peer_share,
  w.peers,
  w.compared_with
from behind b
left join worst w on w.user_no = b.user_no and w.place = 1
where b.any_lookup is not null
