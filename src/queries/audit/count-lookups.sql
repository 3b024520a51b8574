-- The denominators of the run: A+ to B and P are explained.
select
  count(*)                                                                                       as lookups,
  count(*) filter (where relation_grade in ('A+', 'A', 'B+', 'B', 'P'))                          as explained,
  count(*) filter (where is_first)                                                               as first_lookups,
  count(*) filter (where is_first and relation_grade in ('A+', 'A', 'B+', 'B', 'P'))             as first_explained,
  count(*) filter (where relation_grade = 'D')                                                   as unsettled,
  count(*) filter (where incidental)                                                             as incidental
from graded_lookup
