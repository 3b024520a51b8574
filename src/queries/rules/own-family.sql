-- Is the patient a relative of the user, of the same address, or of the same rare family name?
-- Cannot tell: the user or the patient is in no register that says any of it.
select
  f.lookup_no,
  case when f.tie is not null then true when f.known then false end      as flagged,
  case when f.person_no is null then 'no_patient' else 'no_register_data' end as cause,
  f.tie,
  f.relation_kind,
  f.ended_day,
  case when f.tie = 'name' then f.carriers end                           as carriers,
  f.relation_grade,
  f.source
from family_answer f
where f.asked or f.person_no is null
