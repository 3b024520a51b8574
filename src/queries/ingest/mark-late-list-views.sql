-- What was seen on a list is no one's reading, whichever file it came with.
update access_event set incidental = true
from late_list_view v
where v.user_id = access_event.user_id and v.second = date_trunc('second', access_event.local_time)
  and access_event.local_time >= $first_day::date and access_event.local_time < $last_day::date + 1
  and access_event.activity in ('read', 'search') and not access_event.incidental
