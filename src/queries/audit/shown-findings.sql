-- The findings of a run that a report shows: those of cases that are handed out, and those on the page of the protected.
select document
from audit_finding
where run_id = $run_id
  and (rule = 'protected-identity'
    or case_id in (select case_id from audit_case where run_id = $run_id and handed_out)
    or user_id in (select id from protected_person where kind = 'user')
    or patient_id in (select id from protected_person where kind = 'patient'))
order by rowid
