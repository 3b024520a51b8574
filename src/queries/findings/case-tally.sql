-- How many cases each unit has, in the order of what is not handed out.
select care_unit_id, count(*) as cases, count(*) filter (where handed_out) as handed_out
from case_file
group by care_unit_id
order by min(place) filter (where not handed_out) nulls last, min(place)
