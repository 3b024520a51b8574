-- The latest run of every period.
select run_id, from_day::varchar as from_day, to_day::varchar as to_day
from audit_run
qualify row_number() over (partition by from_day, to_day order by sequence desc) = 1
order by from_day, to_day
