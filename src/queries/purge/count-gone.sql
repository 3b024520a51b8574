-- How many rows of a table have passed their time?
select count(*) as gone from {{table}} t where not coalesce(({{keep}}), true)
