-- Was the record of a person with protected identity opened?
-- Cannot tell: the log names no patient, the patient is not in the loaded register, or the register says nothing of
-- protection at all.
with
  said as (
    select count(*) as rows from patient where protection is not null
  )
select
  l.lookup_no,
  case when p.person_key is not null and said.rows > 0 then p.protection is not null end         as flagged,
  case
    when l.person_key is null then 'no_patient'
    when p.person_key is null then 'patient_unknown'
    else 'protection_unknown'
  end                                                                                            as cause,
  -- a word that is not known is protection all the same
  case when p.protection in ('protected_registration', 'assumed_identity') then p.protection else 'confidentiality_flag' end as protection,
  l.relation_grade,
  'patient:' || p.batch_id || ':' || p.source_row                                                as source
from graded_lookup l
left join patient_person p on p.person_no = l.person_no
cross join said
