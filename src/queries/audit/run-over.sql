-- The days of the latest run that asked of these.
select from_day::varchar as from_day, to_day::varchar as to_day
from audit_run where from_day <= $from::date and to_day >= $to::date
order by sequence desc limit 1
