-- Which words does a fact hold where the rule says yes? A hundred are enough to find one that it may not hold.
select distinct {{fact}}::varchar as word
from assessment
where flagged and {{fact}} is not null
order by word
limit 100
