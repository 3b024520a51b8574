-- Every answer of the rule asked last, with the lookup that it is about.
select
  a.lookup_no, l.user_id, l.patient_id, l.person_key, l.care_unit_id, l.day::varchar as day, l.relation_grade, a.flagged, a.cause
from assessment a
join every_lookup l on l.lookup_no = a.lookup_no
order by l.day, l.first_time, l.user_id, l.patient_id, l.care_unit_id
