-- Overlapping windows of one person, unit and reason merged into islands: one row to meet, however many contacts. What the
-- unit itself or its referral explains settles nearly every lookup; the weaker reasons are looked for in what is left.
create or replace temp table relation_island as
with
  marked as (
    select
      person_key, place, rank, from_day, to_day,
      coalesce(from_day > max(to_day) over (
        partition by person_key, place, rank order by from_day, to_day rows between unbounded preceding and 1 preceding
      ), true) as starts
    from contact_reason
    where place_kind = 'unit' and rank <> 24 and to_day >= $window_from::date
  ),
  numbered as (
    select
      *,
      sum(starts::integer) over (
        partition by person_key, place, rank order by from_day, to_day rows between unbounded preceding and current row
      ) as island
    from marked
  )
select n.person_key, n.place, n.rank, min(n.from_day) as from_day, max(n.to_day) as to_day
from numbered n
group by n.person_key, n.place, n.rank, n.island
