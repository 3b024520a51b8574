-- Members of staff whose every lookup is from no unit.
select count(*) as users, count(*) filter (where not placed) as without_unit
from (
  select user_id, bool_or(care_unit_id is not null) as placed from quality_work where not robot group by user_id
)
