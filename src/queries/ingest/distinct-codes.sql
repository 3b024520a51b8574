-- Each distinct word of a coded column.
select {{column}} as raw, count(*) as events
from raw_row
where {{column}} is not null
group by all
order by raw
