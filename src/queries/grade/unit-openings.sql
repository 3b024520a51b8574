select u.care_unit_id, any_value(u.opening) as opening from care_unit u where u.opening is not null group by u.care_unit_id order by u.care_unit_id
