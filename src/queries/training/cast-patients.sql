-- Whom the unit has in its care on the days of the control.
select c.cid::varchar as cid, c.p, p.patient_id, p.given_name || ' ' || p.family_name as name, c.kind, c.day, coalesce(c.end_day, c.day) as end_day, draw(92, c.cid, 1000000007) as turn
from contact c join named_person p on p.p = c.p and p.protection = 'none'
where c.block = 0 and c.slot = $slot and c.kind = if($slot < 2, 'admission', 'visit') and coalesce(c.end_day, c.day) >= $first and c.day <= $last and draw(80, c.cid, 1000) >= 8 and p.p not in (select r.p from reserve_number r)
order by turn, c.cid
