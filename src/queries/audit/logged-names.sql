-- Names as the log says them, for those whom no register names.
select user_id, min(user_name) as name, min(user_title) as title
from access_event
where local_time >= $from::date and local_time < $to::date and user_name is not null
  and user_id in (select a.user_id from asked_user a where a.user_id not in (select user_id from staff_member))
group by user_id order by user_id
