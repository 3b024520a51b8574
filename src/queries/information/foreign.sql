-- What each lookup read that is another provider's, by owner, which is empty where the log does not say it.
create or replace temp table foreign_read as
with
  unit as (
    select c.care_unit_id, min(c.care_provider_id) as care_provider_id from care_unit c group by c.care_unit_id
  ),
  read as (
    select
      e.user_id, e.patient_id, e.care_unit_id, e.local_time::date as day, e.owner_care_unit_id,
      e.owner_care_provider_id, e.care_provider_id,
      count(*)                                                           as events,
      count(*) filter (where e.break_glass or e.activity in ('emergency_access', 'block_override')) as emergencies
    from access_event e
    where e.local_time >= $from::date and e.local_time < $to::date
      and e.actor_kind = 'staff' and e.activity <> 'login' and e.activity <> 'logout' and e.activity <> 'consent'
      and not coalesce(e.owner_care_unit_id = e.care_unit_id, false)
      and (e.owner_care_provider_id is null or e.care_provider_id is null or e.owner_care_provider_id <> e.care_provider_id)
    group by all
  )
select
  l.lookup_no, l.person_key, l.day, l.user_id, l.care_unit_id,
  coalesce(r.care_provider_id, l.care_provider_id)                       as provider_id,
  r.owner_care_unit_id,
  coalesce(r.owner_care_provider_id, u.care_provider_id)                 as owner_provider_id,
  sum(r.events)                                                          as events,
  sum(r.emergencies)                                                     as emergencies
from read r
join graded_lookup l
  on l.user_id = r.user_id and l.day = r.day
  and l.patient_id is not distinct from r.patient_id and l.care_unit_id is not distinct from r.care_unit_id
left join unit u on u.care_unit_id = r.owner_care_unit_id
group by all
