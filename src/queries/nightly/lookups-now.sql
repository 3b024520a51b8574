-- How the lookups behind findings that are gone are graded now, in the month asked last.
select
  a.lookup_id, l.relation_grade, l.reason_id
from asked_gone a
left join (
  select lookup_id(user_id, patient_id, care_unit_id, day) as lookup_id, relation_grade, reason_id
  from every_lookup
  where not is_robot and (user_id in (select user_id from asked_gone) or patient_id in (select patient_id from asked_gone))
) l on l.lookup_id = a.lookup_id
order by a.lookup_id
