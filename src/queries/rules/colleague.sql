-- Is the patient a member of staff of the same unit; or of the same provider, when nothing or only listing explains it?
-- Cannot tell: the log names no patient or no unit, or of no one else who works there is known who they are; or of a
-- colleague of the provider the relation is not known.
with
  staffed as (
    select care_unit_id, min(user_id) as one, max(user_id) as other from workplace where care_unit_id is not null group by care_unit_id
  )
select
  l.lookup_no,
  case
    when c.nearness = 2 then true
    when c.nearness = 1 and (l.relation_grade in ('C', 'E') or o.coverage = 'covered') then true
    when c.nearness = 1 and (l.relation_grade is null or l.relation_grade = 'D' or o.lookup_no is not null) then null
    when l.person_key is not null and (s.one <> l.user_id or s.other <> l.user_id) then false
  end                                                                                            as flagged,
  case
    when l.person_key is null then 'no_patient'
    when l.care_unit_id is null then 'no_unit'
    when c.nearness = 1 then coalesce(l.relation_cause, o.coverage, 'not_settled')
    else 'user_person_unknown'
  end                                                                                            as cause,
  case c.nearness when 2 then 'unit' else 'provider' end                                         as level
from graded_lookup l
left join colleague_answer c on c.lookup_no = l.lookup_no
left join listed_only o on o.lookup_no = l.lookup_no
left join staffed s on s.care_unit_id = l.care_unit_id
