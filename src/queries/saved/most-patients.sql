-- On which days did one user open most patients?
select
  day, user_id, count(distinct patient_id) as patients, sum(event_count)::bigint as events, min(first_time) as first_time,
  max(last_time) as last_time
from masked_lookup
where day >= $from::date and day < $to::date and not incidental and not robot
group by day, user_id
order by patients desc, day, user_id
