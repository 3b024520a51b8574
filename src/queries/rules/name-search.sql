-- Were persons searched for, and nothing then opened or documented, so many times within some days? Only where care does not
-- explain the search: searching for today's patient is work. One person on one day is one search.
-- Cannot tell: the log knows no searches at all, or what explains this one is not known.
with
  logged as (
    select count(*) as lookups from lookup where (activities & $search_bit::uinteger) <> 0
  ),
  weak as (
    select l.lookup_no, l.user_id, l.patient_id, l.person_key, l.day
    from window_lookup l
    where l.is_search_only and not l.incidental and l.relation_grade in ('B', 'P', 'C', 'E')
  ),
  -- the person may be opened under another number than the one searched for
  number as (
    select w.lookup_no, w.user_id, w.patient_id, w.day from weak w
    union
    select w.lookup_no, w.user_id, k.id as patient_id, w.day from weak w join person_key k on k.person_key = w.person_key
  ),
  -- what was opened within a week counts also when it lies after the period
  followed as (
    select distinct n.lookup_no as lookup_no
    from number n
    join lookup o on o.user_id = n.user_id and o.patient_id = n.patient_id
    where (o.activities & ~$search_bit::uinteger) <> 0 and o.day >= n.day and o.day <= n.day + 7
  ),
  search as (
    select w.lookup_no, w.user_id, w.person_key, w.day from weak w anti join followed f on f.lookup_no = w.lookup_no
  ),
  person_day as (
    select distinct user_id, person_key, day from search
  ),
  -- the searches of so many days up to each
  stretch as (
    select a.user_id, a.day as last_day, count(*) as searches
    from (select distinct user_id, day from person_day) a
    join person_day b on b.user_id = a.user_id and b.day <= a.day and b.day >= a.day - $days::integer
    group by a.user_id, a.day
  ),
  counted as (
    select s.lookup_no, max(t.searches) as searches
    from search s
    join stretch t on t.user_id = s.user_id and t.last_day >= s.day and t.last_day <= s.day + $days::integer
    group by s.lookup_no
  )
select
  l.lookup_no,
  case
    when logged.lookups = 0 then null
    when c.searches >= $searches::integer then true
    when l.is_search_only and (l.relation_grade is null or l.relation_grade = 'D') then null
    else false
  end                                                                                            as flagged,
  case when logged.lookups = 0 then 'search_not_logged' else coalesce(l.relation_cause, 'not_settled') end as cause,
  c.searches
from graded_lookup l
left join counted c on c.lookup_no = l.lookup_no
cross join logged
