-- The staff of each unit in a period: who has lookups from it, and who has an assignment there.
with
  unit as (
    select care_unit_id, min(care_provider_id) as care_provider_id from care_unit group by care_unit_id
  ),
  logged as (
    select distinct l.care_unit_id, l.user_id
    from lookup l
    left join unit u on u.care_unit_id = l.care_unit_id
    anti join staff_member r on r.robot and r.user_id = l.user_id and l.day between r.from_day and r.to_day
    where l.day >= $from::date and l.day < $to::date and l.care_unit_id is not null and not l.robot and not l.incidental
      and ((select count(*) = 0 from reviewed_provider)
           or coalesce(l.care_provider_id, u.care_provider_id) in (select care_provider_id from reviewed_provider))
  ),
  assigned as (
    select distinct a.care_unit_id, a.user_id
    from assignment a
    left join unit u on u.care_unit_id = a.care_unit_id
    left join staff_member s on s.user_id = a.user_id and s.from_day < $until::date and s.to_day >= $from::date
    where a.care_unit_id is not null
      and coalesce(a.valid_from, $from::date) < $until::date and coalesce(a.valid_to, $from::date) >= $from::date
      and coalesce(s.valid_from, $from::date) < $until::date and coalesce(s.valid_to, $from::date) >= $from::date
      and not coalesce(s.robot, false)
      and ((select count(*) = 0 from reviewed_provider)
           or coalesce(a.care_provider_id, u.care_provider_id) in (select care_provider_id from reviewed_provider))
  )
select care_unit_id, user_id, bool_or(active) as active
from (
  select care_unit_id, user_id, true as active from logged
  union all
  select care_unit_id, user_id, false from assigned
)
group by care_unit_id, user_id
order by care_unit_id, user_id
