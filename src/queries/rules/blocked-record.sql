-- Was blocked information opened without an override that covers it? An override in the log itself covers too:
-- emergency-access lists it.
-- Cannot tell: the log names no patient, or of a patient with blocks not who owns the information or where the user was.
with
  -- what several blocks bar, or one that two sources describe, was read once
  met as (
    select r.lookup_no, r.owner_care_unit_id, r.owner_provider_id,
      count(*) filter (where r.is_barred) as barred, count(*) filter (where r.is_barred is null) as open,
      min(r.kind) filter (where r.is_barred) as kind, min(r.source) filter (where r.is_barred) as source, min(r.events) as events
    from read_under_block r
    where not r.is_emergency and r.override_source is null
    group by r.lookup_no, r.owner_care_unit_id, r.owner_provider_id, r.provider_id
  ),
  answer as (
    select m.lookup_no, sum(m.barred) as barred, sum(m.open) as open,
      min(m.kind)                                                                                as block_kind,
      min(m.owner_care_unit_id) filter (where m.barred > 0)                                      as owner_care_unit_id,
      min(m.owner_provider_id) filter (where m.barred > 0)                                       as owner_care_provider_id,
      sum(m.events) filter (where m.barred > 0)                                                  as events,
      min(m.source)                                                                              as source
    from met m
    group by m.lookup_no
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
