-- What share of the lookups of each unit is explained by nothing, and where cannot it be told?
select
  care_unit_id,
  count(*)                                                                          as lookups,
  count(*) filter (where relation_grade = 'E')                                      as unexplained,
  count(*) filter (where relation_grade is null or relation_grade = 'D')            as unknown,
  round(count(*) filter (where relation_grade = 'E') / count(*), 3)                 as share_unexplained
from masked_graded_lookup
group by care_unit_id
order by share_unexplained desc, care_unit_id
