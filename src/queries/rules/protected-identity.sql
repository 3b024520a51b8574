-- Was the record of a person with protected identity opened?
-- Cannot tell: the log names no patient, or the patient is not in the loaded register.
select
  l.lookup_no,
  if(p.person_key is null, null, p.protection is not null)               as flagged,
  if(l.patient_id is null, 'no_patient', 'patient_unknown')              as cause,
  if(p.protection is not null, struct_pack(
    protection := p.protection,
    relation_grade := l.relation_grade,
    source := 'patient:' || p.batch_id || ':' || p.source_row
  ), null)                                                               as facts
from graded_lookup l
left join patient_person p on p.person_key = l.person_key
