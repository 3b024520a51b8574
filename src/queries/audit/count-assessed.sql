-- How many lookups did the rule look at, how many did it flag, and of how many could it not tell, for which cause?
select flagged, if(flagged is null, cause, null) as cause, count(*) as lookups
from assessment
group by all
order by cause
