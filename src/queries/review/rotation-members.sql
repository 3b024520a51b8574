select scope, user_id, day::varchar as first_day, present from population order by scope nulls first, user_id
