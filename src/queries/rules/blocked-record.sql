-- Was blocked information opened without an override that covers it? The owner may read it; an inner block binds other
-- units, an outer one other providers. An override in the log itself covers too: emergency-access lists it.
-- Cannot tell: the log names no patient, or of a patient with blocks not who owns the information or where the user was.
with
  barred as (
    select coalesce(k.person_key, b.patient_id) as person_key, b.kind, b.care_unit_id, b.care_provider_id,
      coalesce(b.valid_from, date '1900-01-01') as from_day, coalesce(b.valid_to, date '2200-01-01') as to_day,
      'block:' || b.batch_id || ':' || b.source_row as source
    from block b left join person_key k on k.id = b.patient_id
  ),
  lifted as (
    select coalesce(k.person_key, o.patient_id) as person_key, o.care_unit_id, o.user_id,
      coalesce(o.valid_from, date '1900-01-01') as from_day, coalesce(o.valid_to, date '2200-01-01') as to_day
    from block_override o left join person_key k on k.id = o.patient_id
  ),
  under_block as (
    select l.lookup_no, l.user_id, l.person_key, l.care_unit_id, l.day, l.provider_id, l.is_emergency,
      b.kind, b.care_unit_id as barred_unit, b.care_provider_id as barred_provider, b.source
    from graded_lookup l join barred b on b.person_key = l.person_key
    where l.day between b.from_day and b.to_day
  ),
  met as (
    select
      u.lookup_no, u.kind, u.source, r.owner_care_unit_id, r.owner_provider_id, r.events,
      case
        -- within one provider; what another provider may read is for outer blocks to say
        when u.kind = 'inner' then
          case
            when u.barred_unit is not null then r.owner_care_unit_id = u.barred_unit
            else r.owner_provider_id = u.barred_provider
          end and r.owner_care_unit_id <> u.care_unit_id and coalesce(r.owner_provider_id = u.provider_id, true)
        else
          case
            when u.barred_unit is not null then r.owner_care_unit_id = u.barred_unit
            else r.owner_provider_id = u.barred_provider
          end and r.owner_provider_id <> u.provider_id
      end                                                                                        as is_barred
    from under_block u
    join owned_read r on r.lookup_no = u.lookup_no
    where not u.is_emergency
      and not exists (
        select 1 from lifted o
        where o.person_key = u.person_key and u.day between o.from_day and o.to_day
          and (o.user_id is null or o.user_id = u.user_id) and (o.care_unit_id is null or o.care_unit_id = u.care_unit_id)
      )
  ),
  answer as (
    select lookup_no, count(*) filter (where is_barred) as barred, count(*) filter (where is_barred is null) as open,
      min(kind) filter (where is_barred)                                                         as block_kind,
      min(owner_care_unit_id) filter (where is_barred)                                           as owner_care_unit_id,
      min(owner_provider_id) filter (where is_barred)                                            as owner_care_provider_id,
      sum(events) filter (where is_barred)                                                       as events,
      min(source) filter (where is_barred)                                                       as source
    from met group by lookup_no
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
