select
  'staff' as subject, coalesce(sum(lookups), 0) as lookups, coalesce(sum(lookups) filter (where staff_unknown), 0) as unknown,
  count(distinct user_id) as parties, count(distinct user_id) filter (where staff_unknown) as unknown_parties
from quality_work
union all
select
  'care_unit', coalesce(sum(lookups) filter (where care_unit_id is not null), 0), coalesce(sum(lookups) filter (where unit_unknown), 0),
  count(distinct care_unit_id), count(distinct care_unit_id) filter (where unit_unknown)
from quality_work
union all
select
  'assignment', coalesce(sum(lookups) filter (where not robot and care_unit_id is not null), 0),
  coalesce(sum(lookups) filter (where unassigned), 0),
  count(distinct user_id) filter (where not robot and care_unit_id is not null), count(distinct user_id) filter (where unassigned)
from quality_work
union all
select
  'patient', coalesce(sum(lookups), 0), coalesce(sum(lookups) filter (where unknown), 0), count(*), count(*) filter (where unknown)
from quality_patient
