-- Lookups at units and days that the loaded contacts speak for.
create or replace temp table quality_covered as
with
  counted as (
    select care_unit_id, day, count(*) as lookups from lookup
    where day >= $from::date and day < $to::date and care_unit_id is not null and not robot
    group by all
  )
select
  c.*, exists (
    select 1 from coverage v
    where v.kind = 'care_contact' and (v.care_unit_id is null or v.care_unit_id = c.care_unit_id)
      and c.day >= v.covers_from and c.day <= v.covers_to
  ) as covered
from counted c
