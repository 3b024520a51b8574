-- The end of the latest run that asked of these days.
select max_by(to_day, sequence)::varchar as to_day from audit_run where from_day <= $from::date and to_day >= $to::date
