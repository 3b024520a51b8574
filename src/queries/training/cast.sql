-- The staff of the units that are in the log, of the first block: whom a scenario is played by.
select m.u, m.unit, m.slot, m.role, m.user_id, u.care_unit_id, m.p, p.patient_id, p.given_name || ' ' || p.family_name as name,
  exists (select 1 from contact c where c.p = m.p and c.block = 0 and greatest(c.day, coalesce(c.end_day, c.day)) >= $first - 95 and (c.slot < 3 or coalesce(c.other_unit % 16 < 3, false))) as is_patient, draw(90, m.u, 1000000007) as turn
from member m join named_person p on p.p = m.p join region_unit u on u.n = m.unit and u.is_logged
where m.block = 0 and (p.protection = 'none' or m.kind = 'robot')
order by turn, m.u
