-- Each distinct personal id of a column, with the first day it is seen: the century is resolved against that day.
create or replace local temp table distinct_person as
select {{column}} as raw, coalesce(min({{seen}})::varchar, $today) as seen_on, min(source_row) as source_row
from raw_row
where {{column}} is not null
group by {{column}}
