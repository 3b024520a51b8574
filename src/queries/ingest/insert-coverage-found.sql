-- From the oldest to the newest start at each unit, of the kinds that happen when they are written down: a booking lies
-- ahead, and a listing or home care that began years ago says nothing of what else was loaded.
insert into coverage
select 'care_contact', care_unit_id, min(start_time)::date, max(start_time)::date, $batch_id
from care_contact
where batch_id = $batch_id and care_unit_id is not null
  and kind not in ('booking', 'waitlist', 'listing', 'home_care', 'coordination')
group by care_unit_id
