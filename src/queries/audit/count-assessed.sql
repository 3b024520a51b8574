-- How many lookups did the rule look at, how many did it flag, and of how many could it not tell?
select
  count(*)                                     as assessed,
  count(*) filter (where flagged)              as flagged,
  count(*) filter (where flagged is null)      as unknown
from assessment
