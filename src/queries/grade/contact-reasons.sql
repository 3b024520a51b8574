-- What each contact explains, and where: at its unit, at the unit that sent the referral, at the units of the same clinic,
-- and ever after at its unit as an earlier contact. A contact is known by its row.
create or replace temp view contact_reason as
select person_no, 'unit' as place_kind, unit_no as place_no, rank, from_day, to_day, registered_no, registered_time,
  kind, start_day, batch_id, source_row
from contact_window where unit_no is not null
union all
select person_no, 'unit', other_unit_no, 20, from_day, to_day, registered_no, registered_time,
  kind, start_day, batch_id, source_row
from contact_window where other_unit_no is not null and kind in ('referral', 'order', 'consultation')
union all
select person_no, 'clinic', clinic_no, 19, from_day, to_day, registered_no, registered_time,
  kind, start_day, batch_id, source_row
from contact_window where clinic_no is not null and kind <> 'listing'
union all
select person_no, 'unit', unit_no, 24, start_day, date '2200-01-01', registered_no, registered_time,
  kind, start_day, batch_id, source_row
from contact_window where unit_no is not null
