select date_trunc('month', day)::date::varchar as month, count(*) as lookups from lookup group by all order by month
