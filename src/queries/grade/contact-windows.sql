-- Each contact with the local days in which it explains a lookup; a cancelled one explains nothing. Times are half-open:
-- a contact that ends at midnight ended the day before. No end means that it goes on, for the kinds that do go on. Persons,
-- units and users are the numbers that the lookups know them by; a contact is known by its row.
create or replace temp table contact_window as
with
  opened as (
    select distinct person_no from period_lookup where person_no is not null
  ),
  contact as (
    select c.*, hash(coalesce(k.person_key, c.patient_id)) as person_no
    from care_contact c
    left join person_key k on k.id = c.patient_id
    -- some rules look for contacts farther ahead than any that explains
    where c.start_time < $to::date + greatest($lead_days::integer, 90)
      and coalesce(lower(c.status), '') not in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
  ),
  -- two sources may describe one unit
  described as (
    select c.care_unit_id, min(c.parent_unit_id) as parent_unit_id, max(f.follow_days) as follow_days
    from care_unit c left join follow_rule f on f.unit_kind = c.kind
    group by c.care_unit_id
  ),
  unit as (
    select
      u.care_unit_id, if(u.parent_unit_id is null, null, hash(u.parent_unit_id))           as clinic_no,
      coalesce(u.follow_days, $follow_days::integer)                                       as follow_days
    from described u
  )
select
  c.person_no,
  if(c.care_unit_id is null, null, hash(c.care_unit_id))                                   as unit_no,
  if(c.other_care_unit_id is null, null, hash(c.other_care_unit_id))                       as other_unit_no,
  u.clinic_no,
  c.kind,
  coalesce(r.rank, 18)                                                                     as rank,
  c.start_time::date                                                                       as start_day,
  c.start_time::date - $lead_days::integer                                                 as from_day,
  case
    when c.end_time is not null
      then greatest(c.start_time, c.end_time - interval 1 microsecond)::date + coalesce(u.follow_days, $follow_days::integer)
    when c.kind in ('listing', 'admission', 'home_care', 'coordination') then date '2200-01-01'
    else c.start_time::date + coalesce(u.follow_days, $follow_days::integer)
  end                                                                                      as to_day,
  case
    when c.end_time is not null then greatest(c.start_time, c.end_time - interval 1 microsecond)::date
    when c.kind in ('listing', 'admission', 'home_care', 'coordination') then date '2200-01-01'
    else c.start_time::date
  end                                                                                      as end_day,
  if(c.responsible_user_id is null, null, hash(c.responsible_user_id))                     as responsible_no,
  if(c.registered_by is null, null, hash(c.registered_by))                                 as registered_no,
  coalesce(c.registered_time, c.start_time)                                                as registered_time,
  c.batch_id,
  c.source_row
from contact c
semi join opened o on o.person_no = c.person_no
left join unit u on u.care_unit_id = c.care_unit_id
left join contact_kind_reason r on r.kind = c.kind
