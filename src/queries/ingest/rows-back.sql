-- How many events that are to be stored are from before a day?
select count(*) as rows
from identity i
left join exception e on e.row_no = i.row_no
where i.reject_cause is null and i.day < $before::date and (e.row_no is null or e.verdict = 'store')
