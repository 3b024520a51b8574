-- What each contact explains, and where: at its unit, at the unit that sent the referral, at the units of the same clinic,
-- and ever after at its unit as an earlier contact.
create or replace temp view contact_reason as
select person_key, 'unit' as place_kind, care_unit_id as place, rank, from_day, to_day, registered_by, registered_time, source
from contact_window where care_unit_id is not null
union all
select person_key, 'unit', other_care_unit_id, 20, from_day, to_day, registered_by, registered_time, source
from contact_window where other_care_unit_id is not null and kind in ('referral', 'order', 'consultation')
union all
select person_key, 'clinic', parent_unit_id, 19, from_day, to_day, registered_by, registered_time, source
from contact_window where parent_unit_id is not null and kind <> 'listing'
union all
select person_key, 'unit', care_unit_id, 24, start_day, date '2200-01-01', registered_by, registered_time, source
from contact_window where care_unit_id is not null
