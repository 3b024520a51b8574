-- Each distinct word of a coded column.
select trim({{column}}) as raw, count(*) as events
from raw_row
where trim({{column}}) <> ''
group by all
order by raw
