-- Overlapping windows of one person, unit and reason merged into islands: one row to meet, however many contacts. What the
-- unit itself or its referral explains settles nearly every lookup; the weaker reasons are looked for in what is left. Only
-- units that opened the person's record matter.
create or replace temp table relation_island as
with
  opened as (
    select distinct person_no, unit_no from period_lookup where person_no is not null and unit_no is not null
  ),
  met as (
    select c.person_no, c.place_no, c.rank, c.from_day, c.to_day
    from contact_reason c
    semi join opened o on o.person_no = c.person_no and o.unit_no = c.place_no
    where c.place_kind = 'unit' and c.rank <> 24 and c.to_day >= $window_from::date and c.from_day < $to::date
  ),
  -- most have one window only, and need no order
  counted as (
    select m.person_no, m.place_no, m.rank, min(m.from_day) as from_day, max(m.to_day) as to_day, count(*) as windows
    from met m group by m.person_no, m.place_no, m.rank
  ),
  marked as (
    select
      m.person_no, m.place_no, m.rank, m.from_day, m.to_day,
      coalesce(m.from_day > max(m.to_day) over (
        partition by m.person_no, m.place_no, m.rank order by m.from_day, m.to_day rows between unbounded preceding and 1 preceding
      ), true) as starts
    from met m
    semi join counted c on c.person_no = m.person_no and c.place_no = m.place_no and c.rank = m.rank and c.windows > 1
  ),
  numbered as (
    select
      *,
      sum(starts::integer) over (
        partition by person_no, place_no, rank order by from_day, to_day rows between unbounded preceding and current row
      ) as island
    from marked
  )
select person_no, place_no, rank, from_day, to_day from counted where windows = 1
union all
select n.person_no, n.place_no, n.rank, min(n.from_day), max(n.to_day)
from numbered n
group by n.person_no, n.place_no, n.rank, n.island
