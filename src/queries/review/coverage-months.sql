-- In which months a unit has lookups of its staff.
select distinct l.care_unit_id, strftime(l.day, '%Y-%m') as month
from lookup l
where l.day >= $from::date and l.day < $to::date and l.care_unit_id is not null and not l.robot and not l.incidental
  and l.user_id not in (select user_id from staff_member where robot)
order by l.care_unit_id, month
