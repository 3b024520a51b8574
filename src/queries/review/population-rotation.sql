-- The staff that a rotation goes through: who has lookups in the last twelve months and has not left, as far as the registers
-- of staff and assignments know; whoever is not in them is there while there are lookups.
create or replace temp table population as
with
  unit as (
    select care_unit_id, min(care_provider_id) as care_provider_id from care_unit group by care_unit_id
  ),
  known as (
    select if($by_unit::boolean, l.care_unit_id, null) as scope, l.user_id, min(l.day) as first_day, max(l.day) as last_day
    from lookup l
    left join unit u on u.care_unit_id = l.care_unit_id
    anti join staff_member r on r.robot and r.user_id = l.user_id and l.day between r.from_day and r.to_day
    where l.day < $to::date and not l.incidental and not l.robot
      and (not $by_unit::boolean or l.care_unit_id is not null)
      and ((select count(*) = 0 from asked_unit) or l.care_unit_id in (select care_unit_id from asked_unit))
      and ((select count(*) = 0 from reviewed_provider)
           or coalesce(l.care_provider_id, u.care_provider_id) in (select care_provider_id from reviewed_provider))
      and not exists (
        select 1 from kept_out k
        where k.user_id = l.user_id and (k.care_unit_id is null or k.care_unit_id = l.care_unit_id)
      )
    group by all
  ),
  active as (
    select distinct scope, user_id from sample_lookup where counts and not kept_out
  ),
  assigned as (
    select distinct if($by_unit::boolean, care_unit_id, null) as scope, user_id
    from assignment
    where coalesce(valid_from, $from::date) < $to::date and coalesce(valid_to, $from::date) >= $from::date
  ),
  away as (
    select a.user_id
    from absence a
    cross join (select unnest(generate_series($from::timestamp, $to::timestamp - interval 1 day, interval 1 day))::date as day) d
    where d.day >= a.valid_from and d.day <= coalesce(a.valid_to, d.day)
    group by a.user_id
    having count(distinct d.day) = date_diff('day', $from::date, $to::date)
  )
select
  k.scope, k.user_id as id, k.user_id, cast(null as varchar) as person_key, cast(null as varchar) as patient_id,
  cast(null as varchar) as care_unit_id, k.first_day as day,
  v.user_id is not null and w.user_id is null as present
from known k
left join active v on v.user_id = k.user_id and v.scope is not distinct from k.scope
left join away w on w.user_id = k.user_id
left join staff_member s on s.user_id = k.user_id and $to::date - 1 between s.from_day and s.to_day
left join assigned g on g.user_id = k.user_id and g.scope is not distinct from k.scope
where k.last_day >= $year_from::date
  and (v.user_id is not null
       or (coalesce(s.valid_to, $from::date) >= $from::date
           and (g.user_id is not null
                or not exists (select 1 from assigned x where x.scope is not distinct from k.scope))))
