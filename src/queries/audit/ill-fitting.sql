-- Where does a rule flag so much of a unit that it does not fit there? Every lookup of a protected person is listed on purpose:
-- that rule always fits.
select f.rule, s.care_unit_id, s.lookups, f.flagged
from (
  select rule, care_unit_id, count(*) as flagged, min(rowid) as place
  from found where subject = 'user_patient' and rule <> 'protected-identity'
  group by rule, care_unit_id
) f
join unit_size s on s.care_unit_id is not distinct from f.care_unit_id
where s.lookups >= 20 and f.flagged * 20 > s.lookups
order by min(f.place) over (partition by f.rule), s.care_unit_id
