-- Care as it is registered. A contact's number says where, when and what it is, so that all chance hangs on it alone.
-- age: whom such care meets, by the place in the household block. begins, long: minutes of the day.
create or replace temp table care_rate as
select * from (values
  (0, 0, 'admission', 6.2, 6.2, 600, 720, 'old', 'physician'), (1, 0, 'admission', 6.2, 6.2, 600, 720, 'old', 'physician'),
  (2, 0, 'visit', 46, 0, 480, 450, 'old', 'physician'), (2, 1, 'visit', 26, 0, 480, 450, 'adult', 'nurse'), (2, 2, 'phone', 26, 0, 480, 420, 'adult', 'nurse'),
  (2, 3, 'message', 14, 3, 420, 700, 'adult', null), (2, 4, 'prescription', 12, 0, 480, 450, 'old', null),
  (3, 0, 'visit', 48, 0, 495, 450, 'any', 'physician'), (3, 1, 'visit', 42, 0, 495, 450, 'any', 'nurse'), (3, 2, 'phone', 84, 0, 480, 480, 'any', 'nurse'),
  (3, 3, 'message', 50, 8, 420, 700, 'adult', null), (3, 4, 'prescription', 38, 0, 480, 420, 'old', null), (3, 5, 'certificate', 4, 0, 500, 400, 'adult', 'physician'),
  (3, 6, 'coordination', 2, 0, 540, 300, 'old', null), (4, 0, 'visit', 15, 0, 500, 430, 'child', 'nurse'), (6, 0, 'visit', 52, 56, 0, 1440, 'any', 'nurse')
) t(slot, rate, kind, workdays, weekends, begins, long, age, role);
create or replace temp table first_contact as
with counted as (
  select w.day, u.n as unit, u.block, u.slot, r.rate, r.kind, r.begins, r.long, r.age, r.role, c.i::integer as i,
    ((((w.day + 2000)::bigint * 65536 + u.n) * 16 + r.rate) * 1024 + c.i) * 8 as cid
  from workday w join care_rate r on true join region_unit u on u.slot = r.slot
  cross join lateral (select unnest(range(floor(if(w.is_workday, r.workdays, r.weekends) * (0.8 + 0.4 * share(40, w.day * 70000 + u.n)) + share(41, (w.day + 500) * 1000000 + u.n * 16 + r.rate))::bigint)) as i) c
), placed as (
  select *, begins + draw(42, cid, long) as minute,
    if(block = 0 or draw(43, cid, 10) < 8, block, draw(44, cid, $blocks)) as area,
    (floor($homes * power(share(45, cid), 2.1))::bigint * 7919 + slot * 131) % $homes as home_block,
    case age when 'child' then pick(46, cid, [5, 6, 10]) when 'old' then pick(46, cid, [0, 1, 2, 7, 7, 1, 2, 0, 3, 4, 9, 11])
      when 'adult' then pick(46, cid, [0, 1, 2, 3, 4, 7, 8, 9, 11]) else pick(46, cid, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) end as place
  from counted
), lasting as (
  -- a stay is short for most and long for a few
  select *, (area * $homes + home_block) * 12 + place as p,
    case kind when 'admission' then least(30, 1 + floor(-4.2 * ln(1.0001 - share(47, cid))))::integer when 'coordination' then 20 end as nights
  from placed
)
select l.cid, l.day, l.minute, l.day + l.nights as end_day, case when l.nights is not null then 660 when l.kind = 'visit' then l.minute + 30 end as end_minute,
  l.unit, l.block, l.slot, l.rate, l.kind, l.p, d.users[1 + draw(48, l.cid, len(d.users))] as responsible, null::integer as other_unit
from lasting l
join person p on p.p = l.p
left join duty_list d on d.unit = l.unit and d.role = l.role
  and d.day = if(l.slot in (0, 1, 6) and l.minute < 420, l.day - 1, l.day)
  and d.shift = if(l.slot not in (0, 1, 6) or l.minute between 420 and 869, 0, if(l.minute < 420 or l.minute >= 1290, 2, 1))
where (p.died is null or l.day <= p.died) and (l.kind <> 'admission' or p.died is null or l.day + l.nights <= p.died)
  -- most who work somewhere are cared for elsewhere
  and (draw(49, l.cid, 10) < 2 or not exists (select 1 from member m where m.p = l.p and m.unit = l.unit));
-- Most who die lie at a ward then.
insert into first_contact
with dying as (
  select p.p, p.block, p.died, p.died - 2 - draw(98, p.p, 9) as day, draw(99, p.p, 2) as slot from person p where p.died > -50 and draw(100, p.p, 10) < 6
)
select ((((d.day + 2000)::bigint * 65536 + d.block * 16 + d.slot) * 16 + 15) * 1024 + row_number() over (partition by d.block, d.slot, d.day order by d.p)) * 8,
  d.day, 600 + draw(101, d.p, 720), d.died, 660, d.block * 16 + d.slot, d.block, d.slot, 15, 'admission', d.p, null, null
from dying d;
-- What one contact brings with it elsewhere: a visit at the emergency before a stay, an order to the laboratory, a referral.
create or replace temp table care_link as
select * from (values
  (1, 0, 'admission', 650, 6, 'visit', 0, -240, false), (2, 0, 'admission', 500, 8, 'consultation', 1, 600, true), (3, 0, 'admission', 850, 7, 'order', 0, 60, true),
  (4, 0, 'admission', 150, 5, 'coordination', 2, 600, true), (1, 1, 'admission', 650, 6, 'visit', 0, -240, false), (2, 1, 'admission', 500, 8, 'consultation', 1, 600, true),
  (3, 1, 'admission', 850, 7, 'order', 0, 60, true), (4, 1, 'admission', 150, 5, 'coordination', 2, 600, true),
  (1, 2, 'visit', 600, 2, 'referral', -18, 540, true), (2, 2, 'visit', 400, 7, 'order', 0, 30, true), (1, 3, 'visit', 400, 7, 'order', 0, 30, true), (2, 3, 'visit', 90, 2, 'referral', 0, 60, true),
  (1, 6, 'visit', 550, 7, 'order', 0, 25, true)
) t(link, slot, kind, mille, to_slot, to_kind, days, minutes, to_other);
create or replace temp table contact as
with linked as (
  select c.cid + l.link as cid, c.day + l.days as day, if(l.days = 0, greatest(1, c.minute + l.minutes), l.minutes) as minute,
    if(l.to_kind = 'coordination', c.day + 25, null)::integer as end_day, if(l.to_kind = 'coordination', 600, null) as end_minute,
    c.block * 16 + l.to_slot as unit, c.block, l.to_slot as slot, 20 + l.link as rate, l.to_kind as kind, c.p, null::bigint as responsible,
    -- the other end: who sent it; a referral to the clinic comes from primary care
    case when l.to_other then if(l.to_kind = 'referral', c.block * 16 + 3, c.unit) end::integer as other_unit
  from first_contact c join care_link l on l.slot = c.slot and l.kind = c.kind and draw(50 + l.link, c.cid, 1000) < l.mille
), after_death as (
  -- whoever had the patient last writes the certificate
  select max(c.cid) + 5 as cid, p.died + 1 as day, 540 as minute, null::integer as end_day, null::integer as end_minute, max_by(c.unit, c.cid) as unit, max_by(c.block, c.cid) as block,
    max_by(c.slot, c.cid) as slot, 25 as rate, 'certificate' as kind, c.p, null::bigint as responsible, null::integer as other_unit
  from first_contact c join person p on p.p = c.p and c.day between p.died - 60 and p.died
  where c.kind in ('admission', 'visit') and c.slot < 4 group by c.p, p.died
), at_home as (
  select -(u.n * 100 + k + 1) as cid, -120 as day, 600 as minute, 900 as end_day, null::integer as end_minute, u.n as unit, u.block, u.slot, 30 as rate,
    'home_care' as kind, (u.block * $homes + (k * 7919 + 17) % $homes) * 12 + 7 as p, null::bigint as responsible, null::integer as other_unit
  from region_unit u cross join range(60) t(k) where u.slot = 5
)
select c.* from (select * from first_contact union all select * from linked union all select * from after_death union all select * from at_home) c
order by day, cid;
drop table first_contact;
