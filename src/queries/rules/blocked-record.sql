-- Was blocked information opened without an override that covers it? An override in the log itself covers too:
-- emergency-access lists it.
-- Cannot tell: the log names no patient, or of a patient with blocks not who owns the information or where the user was.
with
  answer as (
    select lookup_no, count(*) filter (where is_barred) as barred, count(*) filter (where is_barred is null) as open,
      min(kind) filter (where is_barred)                                                         as block_kind,
      min(owner_care_unit_id) filter (where is_barred)                                           as owner_care_unit_id,
      min(owner_provider_id) filter (where is_barred)                                            as owner_care_provider_id,
      sum(events) filter (where is_barred)                                                       as events,
      min(source) filter (where is_barred)                                                       as source
    from read_under_block
    where not is_emergency and override_source is null
    group by lookup_no
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
