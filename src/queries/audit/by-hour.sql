-- How many lookups were made in each hour of the week; a lookup counts once in each hour it touches.
select extract(isodow from day)::integer as weekday, hour::integer as hour, count(*) as lookups
from graded_lookup
join (select unnest(range(24)) as hour) h on (hours & (1::uinteger << h.hour::uinteger)) <> 0
group by all
order by weekday, hour
