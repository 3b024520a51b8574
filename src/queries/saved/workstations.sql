-- On which days was one user active from several workstations or addresses?
select
  day, user_id, count(distinct workstation) as workstations, count(distinct network_address) as addresses,
  count(distinct care_unit_id) as units, count(*) as events
from masked_event
where local_time >= $from::date and local_time < $to::date and actor_kind = 'staff'
group by day, user_id
having count(distinct workstation) > 1 or count(distinct network_address) > 1
order by workstations desc, addresses desc, day, user_id
