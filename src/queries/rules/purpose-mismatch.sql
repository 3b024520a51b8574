-- Was a purpose used that no assignment of the user has that day, at whatever unit?
-- Cannot tell: the log states no purpose, or the user has no assignment that day, or one that says no purpose.
with
  at_work as (
    select distinct user_no, user_id, day from graded_lookup
  ),
  held as (
    select d.user_no, d.day, bit_or(1::usmallint << w.bit::usmallint) as assigned, count(*) as assignments,
      count(*) filter (where coalesce(a.purpose, 'unknown') = 'unknown') as vague
    from at_work d
    join assignment a on a.user_id = d.user_id
    join purpose_word w on w.word = coalesce(a.purpose, 'unknown')
    where coalesce(a.valid_from, d.day) <= d.day and coalesce(a.valid_to, d.day) >= d.day
    group by d.user_no, d.day
  )
select
  l.lookup_no,
  case
    when (l.purposes & ~$vague_bits::usmallint) = 0 then null
    when (l.purposes & ~$vague_bits::usmallint & ~h.assigned) = 0 then false
    when h.vague = 0 then true
  end                                                                                            as flagged,
  case when (l.purposes & ~$vague_bits::usmallint) = 0 then 'no_purpose' when h.vague > 0 then 'assignment_without_purpose' else 'user_without_assignment' end as cause,
  h.assignments                                                                                  as assigned
from graded_lookup l
left join held h on h.user_no = l.user_no and h.day = l.day
