-- Was the user without a valid assignment at the unit that day? One for the whole provider covers its units.
-- Cannot tell: the log names no unit, or the user has an assignment that day of which it is not known where.
with
  held as (
    select distinct l.lookup_no
    from graded_lookup l
    join assignment a on a.user_id = l.user_id
    where (a.care_unit_id = l.care_unit_id or (a.care_unit_id is null and a.care_provider_id = l.provider_id))
      and coalesce(a.valid_from, l.day) <= l.day and coalesce(a.valid_to, l.day) >= l.day
  ),
  placeless as (
    select distinct l.lookup_no
    from graded_lookup l
    join assignment a on a.user_id = l.user_id
    where a.care_unit_id is null and (a.care_provider_id is null or l.provider_id is null)
      and coalesce(a.valid_from, l.day) <= l.day and coalesce(a.valid_to, l.day) >= l.day
  ),
  known as (
    select distinct user_id from assignment
  )
select
  l.lookup_no,
  case
    when h.lookup_no is not null then false
    when l.care_unit_id is not null and p.lookup_no is null then true
  end                                                                                            as flagged,
  case when l.care_unit_id is null then 'no_unit' else 'assignment_without_place' end            as cause,
  k.user_id is not null                                                                          as known
from graded_lookup l
left join held h on h.lookup_no = l.lookup_no
left join placeless p on p.lookup_no = l.lookup_no
left join known k on k.user_id = l.user_id
