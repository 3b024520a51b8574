-- Which days the loaded logs speak of, by source system.
select source_system, min(local_time)::date::varchar as first_day, max(local_time)::date::varchar as last_day
from access_event
where local_time is not null
group by source_system
order by source_system nulls last
