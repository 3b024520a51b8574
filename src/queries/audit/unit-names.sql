select care_unit_id, min(name) as name from care_unit where name is not null group by care_unit_id order by care_unit_id
