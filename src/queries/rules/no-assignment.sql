-- Was the user without a valid assignment at the unit that day? One for the whole provider covers its units.
-- Cannot tell: the log names no unit, or the user has an assignment that day of which it is not known where.
with
  at_work as (
    select distinct user_no, user_id, unit_no, care_unit_id, care_provider_id, day from graded_lookup
  ),
  -- whether one of the assignments that day is there, or may be
  held as (
    select d.user_no, d.unit_no, d.care_provider_id, d.day,
      coalesce(max((a.care_unit_id = d.care_unit_id or (a.care_unit_id is null and a.care_provider_id = d.care_provider_id))::integer) = 1, false)
                                                                                                   as is_here,
      max((a.care_unit_id is null and (a.care_provider_id is null or d.care_provider_id is null))::integer) = 1 as is_placeless
    from at_work d
    join assignment a on a.user_id = d.user_id
    where coalesce(a.valid_from, d.day) <= d.day and coalesce(a.valid_to, d.day) >= d.day
    group by d.user_no, d.unit_no, d.care_provider_id, d.day
  ),
  known as (
    select distinct user_id from assignment
  )
select
  l.lookup_no,
  case
    when h.is_here then false
    when l.care_unit_id is not null and not coalesce(h.is_placeless, false) then true
  end                                                                                            as flagged,
  case when l.care_unit_id is null then 'no_unit' else 'assignment_without_place' end            as cause,
  k.user_id is not null                                                                          as known
from graded_lookup l
left join held h
  on h.user_no = l.user_no and h.day = l.day and h.unit_no is not distinct from l.unit_no
    and h.care_provider_id is not distinct from l.care_provider_id
left join known k on k.user_id = l.user_id
