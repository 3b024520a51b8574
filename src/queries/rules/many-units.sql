-- Was one user active from so many units in a day? Lists on the screen do not count.
-- Cannot tell: with the lookups that name no unit it would be so many.
with
  active as (
    select l.user_no, l.day, max_by(l.lookup_no, l.first_time) as lookup_no, min(l.care_unit_id) as one, max(l.care_unit_id) as other,
      count(*) filter (where l.care_unit_id is null)                     as nameless
    from graded_lookup l where not l.incidental
    group by l.user_no, l.day
  ),
  -- counted only where there are two at least
  counted as (
    select l.user_no, l.day, count(distinct l.care_unit_id) as units,
      max_by(l.lookup_no, (l.first_time, l.lookup_no)) as lookup_no, array_agg(l.lookup_no) as lookups
    from graded_lookup l
    semi join active a on a.user_no = l.user_no and a.day = l.day and a.one <> a.other
    where not l.incidental
    group by l.user_no, l.day
  ),
  judged as (
    select a.*, coalesce(c.units, case when a.one is null then 0 else 1 end) as units, c.lookups, c.lookup_no as last_lookup
    from active a left join counted c on c.user_no = a.user_no and c.day = a.day
  )
select
  coalesce(j.last_lookup, j.lookup_no)                                   as lookup_no,
  case
    when j.units >= $units::integer then true
    when j.units + j.nameless >= $units::integer then null
    else false
  end                                                                    as flagged,
  'no_unit'                                                              as cause,
  j.lookups,
  j.units
from judged j
