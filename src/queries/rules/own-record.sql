-- Did the user open the user's own record, under any of its ids?
-- Cannot tell: who the user is as a person is not known, or the log names no patient.
with
  known as (
    select distinct user_no from user_person
  ),
  own as (
    select distinct user_no, person_no from user_person
  )
select
  l.lookup_no,
  case when l.person_key is not null and k.user_no is not null then o.person_no is not null end as flagged,
  case when l.person_key is null then 'no_patient' else 'user_person_unknown' end                as cause,
  u.person_id is not null                                                                        as same_id,
  coalesce('staff:' || s.batch_id || ':' || s.source_row, 'access_event')                        as source
from graded_lookup l
left join known k on k.user_no = l.user_no
left join own o on o.user_no = l.user_no and o.person_no = l.person_no
left join user_person u on u.user_no = l.user_no and u.person_id = l.patient_id
left join staff_member s on s.user_no = l.user_no
