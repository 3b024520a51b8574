select user_id, nullif(concat_ws(' ', given_name, family_name), '') as name, title from staff_member order by user_id
