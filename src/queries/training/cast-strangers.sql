-- Persons whom the department of the unit has never met, nor its referrals; nor are they listed there.
select p.p, p.patient_id, p.given_name || ' ' || p.family_name as name, p.home, p.place, draw(91, p.p, 1000000007) as turn
from named_person p
where p.block = 0 and p.protection = 'none' and p.died is null and not p.is_staff and p.place <> 10
  and not exists (
    select 1 from contact c where c.p = p.p and c.block = 0 and ($slot < 3 and (c.slot < 3 or coalesce(c.other_unit % 16 < 3, false)) or c.slot = $slot or coalesce(c.other_unit % 16 = $slot, false))
  )
  and ($slot <> 3 or draw(85, p.p, 100) >= 92)
order by turn, p.p
