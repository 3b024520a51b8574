select u.care_unit_id, min(u.opening) as opening from care_unit u where u.opening is not null group by u.care_unit_id order by u.care_unit_id
