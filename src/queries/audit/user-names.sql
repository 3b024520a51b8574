select s.user_id, nullif(concat_ws(' ', s.given_name, s.family_name), '') as name, s.title
from staff_member s
where s.user_id in (select user_id from asked_user)
order by s.user_id
