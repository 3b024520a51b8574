-- The days that the loaded contacts speak for, by unit (NULL is all), merged.
with
  marked as (
    select
      care_unit_id, covers_from, covers_to,
      coalesce(covers_from > max(covers_to) over (
        partition by care_unit_id order by covers_from, covers_to rows between unbounded preceding and 1 preceding
      ) + 1, true) as starts
    from coverage where kind = 'care_contact'
  ),
  numbered as (
    select *, sum(starts::integer) over (
      partition by care_unit_id order by covers_from, covers_to rows between unbounded preceding and current row
    ) as island
    from marked
  )
select care_unit_id, min(covers_from)::varchar as covers_from, max(covers_to)::varchar as covers_to
from numbered group by care_unit_id, island
order by care_unit_id nulls first, covers_from
