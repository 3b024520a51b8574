-- Where does the rule flag so much of a unit that it does not fit there?
select s.care_unit_id, s.lookups, f.flagged
from (
  select l.care_unit_id, count(*) as flagged
  from assessment a join every_lookup l on l.lookup_no = a.lookup_no
  where a.flagged
  group by l.care_unit_id
) f
join unit_size s on s.care_unit_id is not distinct from f.care_unit_id
where s.lookups >= 20 and f.flagged * 20 > s.lookups
order by s.care_unit_id
