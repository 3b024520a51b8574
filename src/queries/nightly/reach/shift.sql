-- The user's lookups from the shift before it to the one after it: between them the roster is known, beyond the last it is not.
insert into reach
select c.user_id, null, null,
  least(c.start_time::date, coalesce((select max(s.end_time) from shift s where s.user_id = c.user_id and s.end_time <= c.start_time)::date, c.start_time::date)) - 1,
  greatest(c.end_time::date, coalesce((select min(s.start_time) from shift s where s.user_id = c.user_id and s.start_time >= c.end_time)::date, c.end_time::date)) + 1
from changed c
