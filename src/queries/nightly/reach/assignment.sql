-- The user's lookups, and colleagues' of the user's record, on the days that an assignment gained or lost. Who had none, or
-- has none any more, is known to the directory or not on every day.
insert into reach
with
  paired as (
    select user_id, care_unit_id, care_provider_id, name, purpose, count(*) filter (where added) as come, count(*) filter (where not added) as gone,
      min(coalesce(valid_from, date '0001-01-01')) as first_start, max(coalesce(valid_from, date '0001-01-01')) as last_start,
      min(coalesce(valid_to, date '9999-12-31')) as first_end, max(coalesce(valid_to, date '9999-12-31')) as last_end
    from changed group by all
  ),
  span as (
    select user_id,
      case
        when come <> 1 or gone <> 1 then first_start
        when first_start = last_start then first_end
        else first_start
      end as from_day,
      case when come = 1 and gone = 1 and first_end = last_end then last_start else last_end end as to_day
    from paired
    union all
    select c.user_id, date '0001-01-01', date '9999-12-31'
    from (select user_id, count(*) filter (where added) as come from changed group by user_id) c
    left join (select user_id, count(*) as held from assignment group by user_id) a on a.user_id = c.user_id
    where coalesce(a.held, 0) <= c.come
  )
select user_id, null, null, from_day, to_day from span
union all
select null, p.person_id, null, s.from_day, s.to_day
from span s
join (
  select user_id, person_id from staff where person_id is not null
  union
  select user_id, user_person_id from access_event where user_person_id is not null and user_id in (select user_id from changed)
) p on p.user_id = s.user_id
