select user_id, patient_id, day::varchar as day from lookup where lookup_id(user_id, patient_id, care_unit_id, day) = $lookup_id limit 1
