-- Was one user active from so many units in a day? Lists on the screen do not count.
-- Cannot tell: with the lookups that name no unit it would be so many.
with
  active as (
    select user_id, day, arg_max(lookup_no, (first_time, lookup_no)) as lookup_no, array_agg(lookup_no) as lookups,
      count(distinct care_unit_id) as units, count(*) filter (where care_unit_id is null) as nameless
    from graded_lookup where not incidental
    group by user_id, day
  )
select
  lookup_no,
  case
    when units >= $units::integer then true
    when units + nameless >= $units::integer then null
    else false
  end                                                                                            as flagged,
  'no_unit'                                                                                      as cause,
  lookups,
  units
from active
