-- Each distinct word of a coded column.
select tidy({{column}}) as raw, count(*) as events
from raw_row
where tidy({{column}}) is not null
group by all
order by raw
