-- Is the patient a relative of the user, of the same address, or of the same rare family name?
-- Cannot tell: the user or the patient is in no register that says any of it.
select
  lookup_no,
  case when tie is not null then true when known then false end          as flagged,
  case when person_key is null then 'no_patient' else 'no_register_data' end as cause,
  tie,
  relation_kind,
  ended_day,
  case when tie = 'name' then carriers end                               as carriers,
  relation_grade,
  source
from family_answer
where asked or person_key is null
