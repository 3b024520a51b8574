delete from lookup where day between $first_day::date and $last_day::date
