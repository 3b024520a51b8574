select care_unit_id, any_value(opening) as opening from care_unit where opening is not null group by care_unit_id order by care_unit_id
