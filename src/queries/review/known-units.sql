select care_unit_id from care_unit union select care_unit_id from lookup where care_unit_id is not null order by care_unit_id
