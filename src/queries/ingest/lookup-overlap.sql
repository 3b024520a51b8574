-- Does the store hold lookups of these days already?
select count(*) > 0 as overlap from (select 1 from lookup where day between $first_day::date and $last_day::date limit 1)
