select
  (next_number - number - 1) as missing, local_time::varchar as from_time, next_time::varchar as to_time,
  sum(next_number - number - 1) over () as all_missing, count(*) over () as holes
from quality_number_step
semi join quality_number_series using (beginning)
where next_number - number > 1 and greatest(local_time, next_time) >= $from::date and least(local_time, next_time) < $to::date
order by missing desc, local_time
limit $most
