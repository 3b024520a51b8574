-- How often the fields are filled that the law does not ask for, and that questions are sharper with.
select
  coalesce(source_system, 'default') as source_system, count(*) as events,
  count(record_id) as record_id, count(user_name) as user_name, count(user_title) as user_title,
  count(assignment) as assignment, count(care_provider_id) as care_provider_id, count(purpose_raw) as purpose,
  count(resource_type) as resource_type, count(resource_id) as resource_id,
  count(owner_care_unit_id) as owner_care_unit_id, count(owner_care_provider_id) as owner_care_provider_id,
  count(break_glass) as break_glass, count(workstation) as workstation, count(network_address) as network_address,
  count(session_id) as session_id
from access_event
where local_time >= $from::date and local_time < $to::date
group by all
order by source_system
