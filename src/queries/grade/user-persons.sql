-- Who the users are as persons, and on which days: by the staff register, and by what the log itself says. Whom the log names
-- is the user on all days where nothing names another; else on the days on which the log says so.
create or replace temp table user_person as
with
  named as (
    select e.user_id, e.user_person_id as person_id from access_event e
    where e.user_person_id is not null and e.user_id is not null
      and e.local_time >= $told_from::date and e.local_time < $to::date
    group by e.user_id, e.user_person_id
  ),
  told as (
    select n.user_id, n.person_id, coalesce(k.person_key, n.person_id) as person_key
    from named n left join person_key k on k.id = n.person_id
  ),
  registered as (
    select user_id, person_id, person_key, from_day, to_day from staff_member where person_key is not null
  ),
  teller as (
    select user_id, count(distinct person_key) as persons
    from (select user_id, person_key from told union all select user_id, person_key from registered)
    group by user_id
  ),
  logged as (
    select t.user_id, t.person_id, t.person_key, date '1900-01-01' as from_day, date '2200-01-01' as to_day
    from told t join teller n on n.user_id = t.user_id and n.persons = 1
    union all
    select distinct t.user_id, t.person_id, t.person_key, e.local_time::date, e.local_time::date
    from access_event e
    join teller n on n.user_id = e.user_id and n.persons > 1
    join told t on t.user_id = e.user_id and t.person_id = e.user_person_id
    where e.local_time >= $told_from::date and e.local_time < $to::date
  ),
  known as (
    select user_id, person_id, person_key, from_day, to_day from registered
    union
    select user_id, person_id, person_key, from_day, to_day from logged
  )
select
  u.user_id, u.person_id, u.person_key, u.from_day, u.to_day,
  hash(u.user_id)                                                                        as user_no,
  hash(u.person_key)                                                                     as person_no
from known u;
-- The days on which it is known who a user is, in stretches that do not meet.
create or replace temp table known_user as
with
  marked as (
    select
      p.user_no, p.from_day, p.to_day,
      coalesce(p.from_day > max(p.to_day) over (
        partition by p.user_no order by p.from_day, p.to_day rows between unbounded preceding and 1 preceding
      ) + 1, true) as starts
    from user_person p
  ),
  numbered as (
    select
      *,
      -- counted on from one user to the next, which needs no parts
      sum(starts::integer) over (
        order by user_no, from_day, to_day rows between unbounded preceding and current row
      ) as island
    from marked
  )
select n.user_no, min(n.from_day) as from_day, max(n.to_day) as to_day
from numbered n group by n.user_no, n.island
