-- Every month that is to be asked again: those with changed lookups, and those whose rules look back on one.
with
  month as (
    select distinct date_trunc('month', day)::date as month from lookup
  ),
  changed_day as (
    select month, max(last_day) as last_day from stale group by month
  )
select m.month::varchar as month
from month m
where m.month in (select month from changed_day)
  or exists (select 1 from changed_day c where c.month < m.month and c.last_day >= m.month - $looks_back::integer)
order by m.month
