-- For each unit and day of the period: do the loaded contacts speak for it, or may they still be registered?
create or replace temp table coverage_day as
with
  days as (
    select unnest(generate_series($window_from::date::timestamp, $to::date::timestamp - interval 1 day, interval 1 day))::date as day
  ),
  units as (
    select distinct care_unit_id from period_lookup where care_unit_id is not null
  ),
  spans as (
    select u.care_unit_id, c.covers_from, c.covers_to
    from units u
    join coverage c on c.kind = 'care_contact' and (c.care_unit_id is null or c.care_unit_id = u.care_unit_id)
  ),
  settled as (
    select care_unit_id, max(covers_to) - $settle_days::integer as settled_to from spans group by care_unit_id
  )
select
  s.care_unit_id,
  d.day,
  case
    when d.day > s.settled_to then 'not_settled'
    when exists (
      select 1 from spans where spans.care_unit_id = s.care_unit_id and d.day between spans.covers_from and spans.covers_to
    ) then 'covered'
    else 'no_coverage'
  end as coverage
from settled s
cross join days d
