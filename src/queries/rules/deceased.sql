-- Was the record opened more than so many days after the patient died?
-- Cannot tell: the log names no patient, the patient is not in the loaded register, or is a test patient.
select
  l.lookup_no,
  case
    when p.person_key is null or l.relation_cause = 'test_patient' then null
    when p.deceased_date is null then false
    else date_diff('day', p.deceased_date, l.day) > $days::integer
  end                                                                                            as flagged,
  case when l.person_key is null then 'no_patient' when l.relation_cause = 'test_patient' then 'test_patient' else 'patient_unknown' end as cause,
  date_diff('day', p.deceased_date, l.day)                                                       as days_after,
  'patient:' || p.batch_id || ':' || p.source_row                                                as source
from graded_lookup l
left join patient_person p on p.person_no = l.person_no
