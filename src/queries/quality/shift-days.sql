-- Days of the log on which no shift is known.
with
  logged as (select distinct hour::date as day from quality_period_hour where hour is not null and staff > 0)
select
  count(*) as days,
  count(*) filter (where not exists (select 1 from shift s where s.start_time < day + interval 1 day and s.end_time > day)) as without_shift
from logged
