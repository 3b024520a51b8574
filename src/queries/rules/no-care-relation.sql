-- Was a record opened without anything that explains it?
-- Cannot tell: the unit is not covered by the loaded contacts, or they may still be registered.
select
  lookup_no,
  case
    when relation_grade in ('C', 'E') then true
    when relation_grade in ('A+', 'A', 'B+', 'B', 'P') then false
  end                                                                    as flagged,
  coalesce(relation_cause, 'not_settled')                                as cause,
  relation_grade,
  incidental
from graded_lookup
