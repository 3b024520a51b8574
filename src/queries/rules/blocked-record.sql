-- Was blocked information opened without an override that covers it? An override in the log itself covers too:
-- emergency-access lists it.
-- Cannot tell: the log names no patient, or of a patient with blocks not who owns the information or where the user was.
with
  answer as (
    select r.lookup_no, count(*) filter (where r.is_barred) as barred, count(*) filter (where r.is_barred is null) as open,
      min(r.kind) filter (where r.is_barred)                                                     as block_kind,
      min(r.owner_care_unit_id) filter (where r.is_barred)                                       as owner_care_unit_id,
      min(r.owner_provider_id) filter (where r.is_barred)                                        as owner_care_provider_id,
      sum(r.events) filter (where r.is_barred)                                                   as events,
      min(r.source) filter (where r.is_barred)                                                   as source
    from read_under_block r
    where not r.is_emergency and r.override_source is null
    group by r.lookup_no
  )
select
  l.lookup_no,
  case
    when l.person_key is null then null
    when a.barred > 0 then true
    when a.open > 0 then null
    else false
  end                                                                                            as flagged,
  case when l.person_key is null then 'no_patient' else 'owner_unknown' end                      as cause,
  a.block_kind,
  a.owner_care_unit_id,
  a.owner_care_provider_id,
  a.events,
  a.source
from graded_lookup l
left join answer a on a.lookup_no = l.lookup_no
