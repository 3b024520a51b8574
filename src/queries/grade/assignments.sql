-- Assignments for something else than care, with the purpose as the bit that the masks of the lookups use. One that names no
-- unit is for the whole provider.
create or replace temp table purpose_assignment as
select
  a.user_id, a.care_unit_id, a.care_provider_id,
  1::usmallint << p.bit::usmallint                                              as purpose_bit,
  coalesce(a.valid_from, date '1900-01-01')                                     as from_day,
  coalesce(a.valid_to, date '2200-01-01')                                       as to_day
from assignment a
join purpose_word p on p.word = a.purpose
where a.purpose <> 'care' and a.purpose <> 'unknown'
