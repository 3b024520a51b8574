-- Did the user open the user's own record, under any of its ids?
-- Cannot tell: who the user is as a person is not known, or the log names no patient.
with
  known as (
    select distinct user_id from user_person
  ),
  own as (
    select distinct user_id, person_key from user_person
  )
select
  l.lookup_no,
  case when l.person_key is not null and k.user_id is not null then o.person_key is not null end as flagged,
  case when l.person_key is null then 'no_patient' else 'user_person_unknown' end                as cause,
  u.person_id is not null                                                                        as same_id,
  coalesce('staff:' || s.batch_id || ':' || s.source_row, 'access_event')                        as source
from graded_lookup l
left join known k on k.user_id = l.user_id
left join own o on o.user_id = l.user_id and o.person_key = l.person_key
left join user_person u on u.user_id = l.user_id and u.person_id = l.patient_id
left join staff_member s on s.user_id = l.user_id
