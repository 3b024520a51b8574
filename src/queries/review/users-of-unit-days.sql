-- Who has lookups at a unit on a day that was drawn.
select distinct d.care_unit_id, d.day::varchar as day, l.user_id
from drawn_unit_day d
join lookup l on l.care_unit_id = d.care_unit_id and l.day = d.day
where not l.robot
order by d.care_unit_id, day, l.user_id
