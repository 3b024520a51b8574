-- Everything opened in some days ($first to $last, days of the log, both included), by those at work then.
create or replace temp table opening as
with window_contact as (
  select c.*, p.home as patient_home, p.died from contact c join person p on p.p = c.p
  where c.day <= $last + 8 and greatest(c.day, coalesce(c.end_day, c.day)) >= $first - 42
), wanted as (
  select c.cid, c.p, c.patient_home, c.block, c.unit, c.other_unit, c.responsible, c.died, c.day as contact_day, c.minute, t.pattern, t.at_slot, t.role, t.shift, t.recipe, t.purpose, k.k, t.minute_lo, t.minute_hi,
    c.day + t.day_lo + draw(61, c.cid * 4096 + t.pattern * 4 + k.k, t.day_hi - t.day_lo + 1) as day
  from window_contact c join opening_pattern t on t.slot = c.slot and t.kind = c.kind and not t.each_day cross join range(3) k(k)
  where k.k * 1000 + draw(60, c.cid * 4096 + t.pattern * 4 + k.k * 0, 1000) < t.mille and c.day + t.day_hi >= $first and c.day + t.day_lo <= $last
  union all
  select c.cid, c.p, c.patient_home, c.block, c.unit, c.other_unit, c.responsible, c.died, c.day, c.minute, t.pattern, t.at_slot, t.role, t.shift, t.recipe, t.purpose, (d.d + 100) * 4 + k.k, 0, 0, d.d
  from (select *, unnest(range(greatest(day, $first), least(end_day, $last) + 1)) as d from window_contact where end_day is not null and kind in ('admission', 'coordination', 'home_care')) c
  join opening_pattern t on t.slot = c.slot and t.kind = c.kind and t.each_day cross join range(3) k(k) cross join lateral (select c.d) d(d)
  where k.k * 1000 + draw(60, c.cid * 4096 + t.pattern * 4 + (d.d + 100) * 1048576, 1000) < t.mille
), timed as (
  select w.* exclude (day, minute), w.day,
    hash(getvariable('training_seed'), 62, w.cid, w.pattern, w.k) as chance,
    case w.at_slot when 99 then w.other_unit else if(w.at_slot is null, w.unit, w.block * 16 + w.at_slot) end as at_unit,
    w.minute + w.minute_lo + draw(63, w.cid * 4096 + pattern * 4 + k, minute_hi - minute_lo + 1) as near_minute
  from wanted w join region_unit o on o.n = case w.at_slot when 99 then w.other_unit else if(w.at_slot is null, w.unit, w.block * 16 + w.at_slot) end and o.is_logged
  where day between $first and $last
), shifted as (
  -- by the clock, or in the shift wanted
  select *, case when shift < 8 then shift when unit % 16 not in (0, 1, 6) or near_minute % 1440 between 420 and 869 then 0 when near_minute % 1440 between 870 and 1289 then 1 else 2 end as duty_shift,
    case when shift >= 8 and unit % 16 in (0, 1, 6) then day + near_minute // 1440 - if(near_minute % 1440 < 420, 1, 0) else day end as duty_day
  from timed
), manned as (
  select s.*, if(s.shift = 8, s.responsible, d.users[1 + (s.chance % len(d.users))::bigint]) as u,
    case
      -- now and then somebody stays on to finish a note
      when d.end_minute is not null and s.shift = 0 and s.chance % 131 = 0 then d.end_minute + 10 + ((s.chance // 4096) % 110)::bigint
      when s.shift >= 8 then s.near_minute
      -- most is done in the first half of a day
      when s.shift = 0 then d.start_minute + 12 + floor((d.end_minute - d.start_minute - 30) * power((s.chance // 4096 % 100000)::double / 100000, 1.45))::bigint
      else d.start_minute + 12 + ((s.chance // 4096) % (d.end_minute - d.start_minute - 30)::ubigint)::bigint
    end                                                                     as minute
  from shifted s left join duty_list d on d.day = s.duty_day and d.unit = s.at_unit and d.role = s.role and d.shift = s.duty_shift
), done as (
  -- people leave their own to a colleague, and nobody works who a scenario says is away
  select m.*, w.slot as user_slot from manned m join member w on w.u = m.u
  where m.minute is not null and w.p // 12 <> m.p // 12
    and not exists (select 1 from extra_absence a where a.u = m.u and m.day between a.first_day and a.last_day)
), care as (
  select u, at_unit as unit, day, minute::integer as minute, (chance % 60)::integer as second, p, recipe, purpose, chance,
    recipe = 'round' and user_slot = 6 and chance % 400 = 0 as is_emergency, false as is_list
  from done
), grey as (
  -- the neighbour in the list of hits; advice that nobody wrote down; someone who came back into one's mind. It is never one's
  -- own people, a colleague or a protected person: that would not be everyday life
  select g.u, g.unit, g.day, greatest(g.minute - 1, 0), g.second, g.other, 'glance', null, hash(g.chance, 1), false, false
  from (
    select *, case when chance % 1000 < 10 then p - p % 12 + (p + 1 + (chance // 1024) % 11)::bigint % 12
      else (unit // 16 * $homes + (chance // 1048576) % $homes::ubigint)::bigint * 12 + (chance // 1024) % 12 end::bigint as other
    from care where chance % 1000 < 80 and recipe <> 'remind'
  ) g
  join person o on o.p = g.other and not o.is_staff and o.protection = 'none'
  join member m on m.u = g.u and m.p // 12 <> g.other // 12
), lists as (
  -- a list of the ward on the screen: all who lie there in one and the same second
  select d.u, d.unit, d.day, d.start_minute + 6 + draw(65, d.u * 4096 + d.day + 100, 20)::integer, draw(66, d.u * 4096 + d.day + 100, 60)::integer, c.p, 'list', null,
    hash(getvariable('training_seed'), 67, c.cid, d.u, d.day), false, true
  from duty d join member m on m.u = d.u join window_contact c on m.p // 12 <> c.p // 12 and c.unit = d.unit and c.kind = 'admission' and d.day between c.day + 1 and c.end_day - 1
  where d.role = 'nurse' and d.shift < 2 and d.day between $first and $last and draw(64, d.u * 4096 + d.day + 100, 100) < 30
    and not exists (select 1 from extra_absence a where a.u = d.u and d.day between a.first_day and a.last_day)
)
select o.u, o.unit, o.day, o.minute, o.second, o.p::bigint as p, o.recipe, o.purpose, o.chance, o.is_emergency, o.is_list, null::varchar as station
from (select * from care union all select * from grey union all select * from lists) o
join region_unit w on w.n = o.unit and w.is_logged
join person p on p.p = o.p where p.died is null or o.day <= p.died + 43;
