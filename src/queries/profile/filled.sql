-- In how many of the rows that can be read each field has a value.
select count(*) as rows, {{counts}}
from incoming
where reject_cause is null
