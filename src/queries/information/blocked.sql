-- What each lookup read under a block of the patient: whether the block binds the user (the owner may read; an inner block
-- binds other units of the provider, an outer one other providers), and the override that covers it, if any.
create or replace temp table read_under_block as
with
  unit as (
    select c.care_unit_id, min(c.care_provider_id) as care_provider_id from care_unit c group by c.care_unit_id
  ),
  barred as (
    select coalesce(k.person_key, b.patient_id) as person_key, b.kind, b.care_unit_id,
      coalesce(b.care_provider_id, u.care_provider_id) as care_provider_id,
      coalesce(b.valid_from, date '1900-01-01') as from_day, coalesce(b.valid_to, date '2200-01-01') as to_day,
      'block:' || b.batch_id || ':' || b.source_row as source
    from block b
    left join person_key k on k.id = b.patient_id
    left join unit u on u.care_unit_id = b.care_unit_id
  ),
  under_block as (
    select l.lookup_no, l.user_id, l.patient_id, l.person_key, l.care_unit_id, l.day, l.care_provider_id, l.is_emergency,
      b.kind, b.care_unit_id as barred_unit, b.care_provider_id as barred_provider, b.source
    from graded_lookup l join barred b on b.person_key = l.person_key
    where l.day between b.from_day and b.to_day
  ),
  read as (
    select u.lookup_no, u.source, e.owner_care_unit_id, coalesce(e.owner_care_provider_id, o.care_provider_id) as owner_provider_id,
      coalesce(e.care_provider_id, u.care_provider_id) as provider_id, count(*) as events
    from under_block u
    join access_event e
      on e.user_id = u.user_id and e.patient_id = u.patient_id and e.local_time >= u.day and e.local_time < u.day + interval 1 day
      and e.care_unit_id is not distinct from u.care_unit_id
    left join unit o on o.care_unit_id = e.owner_care_unit_id
    where e.actor_kind = 'staff' and e.activity <> 'login' and e.activity <> 'logout' and e.activity <> 'consent'
      and not coalesce(e.owner_care_unit_id = e.care_unit_id, false)
    group by all
  ),
  met as (
    select
      u.lookup_no, u.person_key, u.user_id, u.care_unit_id, u.day, u.is_emergency, u.kind, u.source,
      r.owner_care_unit_id, r.owner_provider_id, r.provider_id, r.events,
      case
        when u.barred_unit is null then r.owner_provider_id = u.barred_provider
        -- whatever unit of another provider owns it, it is not the one barred
        when r.owner_care_unit_id is null and r.owner_provider_id <> u.barred_provider then false
        else r.owner_care_unit_id = u.barred_unit
      end
        and case
          -- within one provider; what another provider may read is for outer blocks to say
          when u.kind = 'inner' then r.owner_care_unit_id <> u.care_unit_id and coalesce(r.owner_provider_id = r.provider_id, true)
          else r.owner_provider_id <> r.provider_id
        end                                                                                      as is_barred
    from under_block u
    join read r on r.lookup_no = u.lookup_no and r.source = u.source
  )
select
  m.*,
  (
    select min('block_override:' || o.batch_id || ':' || o.source_row)
    from block_override o left join person_key k on k.id = o.patient_id
    where coalesce(k.person_key, o.patient_id) = m.person_key
      and m.day between coalesce(o.valid_from, m.day) and coalesce(o.valid_to, m.day)
      and (o.user_id is null or o.user_id = m.user_id) and (o.care_unit_id is null or o.care_unit_id = m.care_unit_id)
  )                                                                                              as override_source
from met m
