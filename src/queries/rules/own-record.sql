-- Did the user open the user's own record, under any of its ids?
-- Cannot tell: who the user is as a person is not known of that day, or the log names no patient.
with
  own as (
    select l.lookup_no, max((u.person_id = l.patient_id)::integer) as same_id
    from graded_lookup l join user_person u on u.user_no = l.user_no and u.person_no = l.person_no
    where l.day between u.from_day and u.to_day
    group by l.lookup_no
  )
select
  l.lookup_no,
  case when l.person_key is not null and k.user_no is not null then o.lookup_no is not null end  as flagged,
  case when l.person_key is null then 'no_patient' else 'user_person_unknown' end                as cause,
  coalesce(o.same_id = 1, false)                                                                 as same_id,
  coalesce('staff:' || s.batch_id || ':' || s.source_row, 'access_event')                        as source
from graded_lookup l
left join known_user k on k.user_no = l.user_no and l.day between k.from_day and k.to_day
left join own o on o.lookup_no = l.lookup_no
left join staff_member s on s.user_no = l.user_no and l.day between s.from_day and s.to_day
