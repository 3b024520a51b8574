-- Where a contact explains: at its unit, at the one that sent the referral, in its clinic, and for who is responsible; near it
-- it says at every unit that the patient is not listed only. Ever after it is an earlier contact. Of one that only ended the
-- days before stay as they are.
insert into reach
with
  paired as (
    select contact_id, patient_id, care_unit_id, kind, start_time, responsible_user_id, other_care_unit_id, cancelled,
      registered_time, registered_by, count(*) filter (where added) as come, count(*) filter (where not added) as gone,
      min(coalesce(end_time, timestamp '2200-01-01')) as first_end,
      max(coalesce(end_time, if(kind in ('listing', 'admission', 'home_care', 'coordination'), timestamp '2200-01-01', start_time))) as last_end
    from changed group by all
  ),
  span as (
    select patient_id, care_unit_id, other_care_unit_id, responsible_user_id,
      if(come = 1 and gone = 1 and first_end > start_time, first_end, start_time)::date - $ahead::integer as from_day,
      least(last_end::date, date '2200-01-01') + $ahead::integer as near_to
    from paired
  )
select null, patient_id, care_unit_id, from_day, date '9999-12-31' from span where care_unit_id is not null
union all
select null, patient_id, other_care_unit_id, from_day, date '9999-12-31' from span where other_care_unit_id is not null
union all
select null, s.patient_id, near.care_unit_id, s.from_day, date '9999-12-31'
from span s
join care_unit u on u.care_unit_id = s.care_unit_id
join care_unit near on near.parent_unit_id = u.parent_unit_id
union all
select responsible_user_id, patient_id, null, from_day, date '9999-12-31' from span where responsible_user_id is not null
union all
select null, patient_id, null, from_day, near_to from span
