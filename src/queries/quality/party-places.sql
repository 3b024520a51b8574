-- The units with the most lookups by or about someone whom a register does not know.
with
  counted as (
    select care_unit_id, sum(lookups) as lookups, sum(lookups) filter (where staff_unknown) as staff,
      sum(lookups) filter (where unit_unknown) as care_unit, sum(lookups) filter (where unassigned) as assignment
    from quality_work group by care_unit_id
  ),
  unknown_patient as (
    select care_unit_id, count(*) as patient
    from lookup
    where day >= $from::date and day < $to::date and patient_id in (select patient_id from quality_patient where unknown)
    group by care_unit_id
  ),
  long as (
    select 'staff' as subject, care_unit_id, staff as part, lookups as whole from counted
    union all
    select 'care_unit', care_unit_id, care_unit, lookups from counted
    union all
    select 'assignment', care_unit_id, assignment, lookups from counted
    union all
    select 'patient', p.care_unit_id, p.patient, c.lookups
    from unknown_patient p join counted c on c.care_unit_id is not distinct from p.care_unit_id
  )
select subject, care_unit_id, part, whole, count(*) over (partition by subject) as places
from long where part > 0
qualify row_number() over (partition by subject order by part desc, care_unit_id) <= $most
order by subject, part desc, care_unit_id
