-- Each contact with the local days in which it explains a lookup; a cancelled one explains nothing. Times are half-open:
-- a contact that ends at midnight ended the day before. No end means that it goes on, for the kinds that do go on.
create or replace temp table contact_window as
select
  coalesce(k.person_key, c.patient_id)                                                     as person_key,
  c.care_unit_id,
  c.other_care_unit_id,
  u.parent_unit_id,
  c.kind,
  coalesce(r.rank, 18)                                                                     as rank,
  c.start_time::date                                                                       as start_day,
  c.start_time::date - $lead_days::integer                                                 as from_day,
  case
    when c.end_time is not null then greatest(c.start_time, c.end_time - interval 1 microsecond)::date + coalesce(f.follow_days, $follow_days::integer)
    when c.kind in ('listing', 'admission', 'home_care', 'coordination') then date '2200-01-01'
    else c.start_time::date + coalesce(f.follow_days, $follow_days::integer)
  end                                                                                      as to_day,
  case
    when c.end_time is not null then greatest(c.start_time, c.end_time - interval 1 microsecond)::date
    when c.kind in ('listing', 'admission', 'home_care', 'coordination') then date '2200-01-01'
    else c.start_time::date
  end                                                                                      as end_day,
  c.responsible_user_id,
  c.registered_by,
  coalesce(c.registered_time, c.start_time)                                                as registered_time,
  c.start_time,
  coalesce('care_contact:' || c.contact_id, 'care_contact:' || c.batch_id || ':' || c.source_row) as source
from care_contact c
left join person_key k on k.id = c.patient_id
left join care_unit u on u.care_unit_id = c.care_unit_id
left join contact_kind_reason r on r.kind = c.kind
left join follow_rule f on f.unit_kind = u.kind
-- some rules look for contacts farther ahead than any that explains
where c.start_time::date - greatest($lead_days::integer, 90) < $to::date
  and coalesce(k.person_key, c.patient_id) in (select person_key from period_lookup)
  and coalesce(lower(c.status), '') not in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
