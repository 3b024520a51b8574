-- How many lookups has a rule answered more than once?
select count(*) as lookups
from (select lookup_no from assessment group by lookup_no having count(*) > 1)
