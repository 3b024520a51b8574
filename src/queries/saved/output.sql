-- Who printed or exported, of how many patients in a day?
select
  day, user_id, care_unit_id, activity, count(distinct patient_id) as patients, count(*) as events
from masked_event
where local_time >= $from::date and local_time < $to::date and activity in ('print', 'export')
group by day, user_id, care_unit_id, activity
order by patients desc, day, user_id, care_unit_id, activity
