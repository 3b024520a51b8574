select
  l.care_unit_id,
  any_value(u.name)                                                                              as name,
  count(*)                                                                                       as lookups,
  count(*) filter (where relation_grade in ('A+', 'A', 'B+', 'B', 'P'))                          as explained,
  count(*) filter (where is_first)                                                               as first_lookups,
  count(*) filter (where is_first and relation_grade in ('A+', 'A', 'B+', 'B', 'P'))             as first_explained,
  count(*) filter (where relation_grade in ('C', 'E'))                                           as unexplained,
  count(*) filter (where relation_grade is null or relation_grade = 'D')                         as unknown
from graded_lookup l
left join (select care_unit_id, min(name) as name from care_unit group by care_unit_id) u using (care_unit_id)
group by l.care_unit_id
order by lookups desc, l.care_unit_id
