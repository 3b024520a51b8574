-- Persons whom the department of the unit does not meet, nor its referrals. Primary care meets nearly everyone in a year: there it
-- is those whom it has not met for two months, who are not listed there before those who are.
select p.p, p.patient_id, p.given_name || ' ' || p.family_name as name
from named_person p
where p.block = 0 and p.protection = 'none' and p.died is null and p.p not in (select r.p from reserve_number r) and not p.is_staff and p.place <> 10
  and not exists (
    select 1 from contact c
    where c.p = p.p and c.block = 0 and ($slot <> 3 or greatest(c.day, coalesce(c.end_day, c.day)) >= $first - 60)
      and ($slot < 3 and (c.slot < 3 or coalesce(c.other_unit % 16 < 3, false)) or c.slot = $slot or coalesce(c.other_unit % 16 = $slot, false))
  )
order by if($slot = 3 and draw(85, p.p, 100) < 92, 1, 0), draw(91, p.p, 1000000007), p.p
