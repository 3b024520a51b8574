-- Who reviews which unit on a day, with every user id that the same person has, had or is to have. Needs `staff_member` and `user_person`.
select
  r.care_unit_id, r.user_id, r.role,
  any_value(trim(concat_ws(' ', s.given_name, s.family_name))) as name,
  coalesce(list(distinct o.user_id order by o.user_id) filter (where o.user_id is not null), []) as ids
from reviewer r
left join staff_member s on s.user_id = r.user_id and not s.protected and $day::date between s.from_day and s.to_day
left join user_person u on u.user_id = r.user_id and $day::date between u.from_day and u.to_day
left join user_person o on o.person_key = u.person_key
where coalesce(r.valid_from, $day::date) <= $day::date and coalesce(r.valid_to, $day::date) >= $day::date
group by r.care_unit_id, r.user_id, r.role
order by r.care_unit_id nulls last, r.role, r.user_id
