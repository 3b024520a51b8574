-- The nearest of that kind, as relation.csv has them.
select p.p, p.patient_id, p.given_name || ' ' || p.family_name as name
from named_person a join named_person p on
  case $kind
    when 'parent' then p.p = a.p - a.p % 12 + 7
    when 'child' then p.home = a.home and p.place in (5, 10)
    else p.home = a.home and p.place in (3, 4, 8, 9) and p.p <> a.p
  end
where a.p = $p order by p.p limit 1
