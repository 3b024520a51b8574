-- How many events came from each source system on each day, from how many users and about how many patients?
select
  day, source_system, count(*) as events, count(distinct user_id) as users, count(distinct patient_id) as patients
from masked_event
where local_time >= $from::date and local_time < $to::date
group by day, source_system
order by day, source_system
