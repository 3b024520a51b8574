-- In which months a unit has lookups of its staff.
select distinct l.care_unit_id, strftime(l.day, '%Y-%m') as month
from lookup l
anti join staff_member r on r.robot and r.user_id = l.user_id and l.day between r.from_day and r.to_day
where l.day >= $from::date and l.day < $to::date and l.care_unit_id is not null and not l.robot and not l.incidental
order by l.care_unit_id, month
