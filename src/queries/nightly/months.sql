select distinct date_trunc('month', day)::date::varchar as month from lookup order by month
