-- The series of numbers that are long enough to have holes, and the holes, each with the times of its neighbours.
create or replace temp table quality_number_step as
select
  beginning, number, rows, local_time,
  lead(number) over series as next_number, lead(local_time) over series as next_time
from quality_number
where number is not null
window series as (partition by beginning order by number);
create or replace temp table quality_number_series as
select
  beginning, count(*) as numbers, sum(rows) as rows, max(number) - min(number) + 1 as span,
  count(*) filter (where next_time >= local_time) as in_order
from quality_number_step
group by beginning
having count(*) >= $least::integer;
