-- Where was emergency access or a block override used?
select
  day, care_unit_id, user_id, activity, count(distinct patient_id) as patients, count(*) as events
from masked_event
where local_time >= $from::date and local_time < $to::date
  and (activity in ('emergency_access', 'block_override') or coalesce(break_glass, false))
group by day, care_unit_id, user_id, activity
order by day, care_unit_id, user_id, activity
