-- Who reviews which unit on a day.
select r.care_unit_id, r.user_id, r.role, any_value(trim(concat_ws(' ', s.given_name, s.family_name))) as name
from reviewer r
left join staff_member s on s.user_id = r.user_id and not s.protected
where coalesce(r.valid_from, $day::date) <= $day::date and coalesce(r.valid_to, $day::date) >= $day::date
group by r.care_unit_id, r.user_id, r.role
order by r.care_unit_id nulls last, r.role, r.user_id
