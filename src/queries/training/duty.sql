-- Who is at work: weekdays that are no holidays are for offices; wards turn round the clock. Absences take people away.
create or replace temp table workday as
select d::integer as day, isodow(date_of(d)) < 6 and date_of(d) not in (
    select unnest(['2025-12-24', '2025-12-25', '2025-12-26', '2025-12-31', '2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-19']::date[])
  ) as is_workday
from range(-61, $days + 22) t(d);
create or replace temp table absent as
select m.u, d::integer as first_day, (d + case draw(32, m.u * 4096 + d + 100, 3) when 0 then 6 when 1 then 1 else 0 end)::integer as last_day,
  case draw(32, m.u * 4096 + d + 100, 3) when 0 then 'Semester' when 1 then 'Sjuk' else 'Vård av barn' end as kind
from member m, range(-61, $days + 22) t(d)
where m.kind = 'person' and isodow(date_of(d)) = 1 and draw(31, m.u * 4096 + d + 100, 100) < 7
order by m.u, first_day;
create or replace temp table duty as
with offered as (
  select w.day, m.u, m.unit, m.role, m.pattern, s.shift,
    case
      when m.pattern = 'robot' then if(s.shift = 2, 120, null)
      when m.pattern = 'turns' then case (w.day + 100 + m.i) % 10 when 0 then if(s.shift = 0, 420, null) when 1 then if(s.shift = 0, 420, null) when 2 then if(s.shift = 0, 420, null)
        when 3 then if(s.shift = 1, 780, null) when 4 then if(s.shift = 1, 780, null) when 5 then if(s.shift = 2, 1260, null) when 6 then if(s.shift = 2, 1260, null) end
      when m.pattern = 'oncall' and (w.day + 100) % m.posts = m.i and (s.shift > 0 or not w.is_workday) then [465, 960, 1290][s.shift + 1]
      when w.is_workday and s.shift = 0 then 450
    end                                                                     as start_minute
  from workday w cross join member m cross join range(3) s(shift)
)
select o.day, o.u, o.unit, o.role, o.shift, o.start_minute,
  case when o.pattern = 'robot' then 180 when o.pattern = 'turns' then [990, 1320, 1875][o.shift + 1]
    when o.pattern = 'oncall' then if(o.shift = 0, 990, [0, 1290, 1905][o.shift + 1]) else 990 end as end_minute
from offered o
where o.start_minute is not null and not exists (select 1 from absent a where a.u = o.u and o.day between a.first_day and a.last_day)
order by day, unit, role, shift, u;
create or replace temp table duty_list as
select day, unit, role, shift, min(start_minute) as start_minute, min(end_minute) as end_minute, list(u order by u) as users
from duty group by day, unit, role, shift order by day, unit, role, shift;
