-- Was emergency access or a block override used: by the log, or by what is registered for the user?
-- Cannot tell: the log of the days before says it of no lookup at all, and nothing is registered.
with
  logged as (
    select count(*) as lookups from window_lookup
    where day >= $from::date - $days::integer and (is_emergency or break_glass is not null)
  ),
  registered as (
    select coalesce(k.person_key, o.patient_id) as person_key, o.user_id, o.care_unit_id, 'override' as kind,
      coalesce(o.valid_from, date '1900-01-01') as from_day, coalesce(o.valid_to, date '2200-01-01') as to_day,
      'block_override:' || o.batch_id || ':' || o.source_row as source
    from block_override o left join person_key k on k.id = o.patient_id
    where o.user_id is not null
    union all
    select coalesce(k.person_key, c.patient_id), c.user_id, c.care_unit_id, 'consent',
      coalesce(c.valid_from, date '1900-01-01'), coalesce(c.valid_to, date '2200-01-01'),
      'consent:' || c.batch_id || ':' || c.source_row
    from consent c left join person_key k on k.id = c.patient_id
    where c.user_id is not null and c.kind = 'emergency'
  ),
  used as (
    select l.lookup_no, max(r.kind) as kind, min(r.source) as source
    from graded_lookup l join registered r on r.person_key = l.person_key and r.user_id = l.user_id
    where l.day between r.from_day and r.to_day and (r.care_unit_id is null or r.care_unit_id = l.care_unit_id)
    group by l.lookup_no
    union all
    -- an override for a whole unit is used by whoever reads what was blocked
    select lookup_no, 'override', min(override_source)
    from read_under_block
    where is_barred and not is_emergency and override_source is not null
    group by lookup_no
  )
select
  l.lookup_no,
  case when l.is_emergency or m.lookup_no is not null then true when logged.lookups > 0 then false end as flagged,
  'emergency_not_logged'                                                                         as cause,
  case when l.is_emergency then 'log' else m.kind end                                            as kind,
  l.declared_reason is not null                                                                  as declared_reason,
  case when l.is_emergency then 'access_event' else m.source end                                 as source
from graded_lookup l
left join (select u.lookup_no, max(u.kind) as kind, min(u.source) as source from used u group by u.lookup_no) m on m.lookup_no = l.lookup_no
cross join logged
