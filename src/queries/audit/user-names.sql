-- What the registers call those asked of: an account handed on within the period has a name of each holder, in their order.
-- Of one person the last name and title hold; a row that does not say who it is, is of the one who is known.
with
  member as (
    select
      s.user_id, s.from_day, s.title, s.person_key,
      nullif(concat_ws(' ', s.given_name, s.family_name), '')                              as name
    from staff_member s
    where s.user_id in (select user_id from asked_user) and s.from_day < $to::date and s.to_day >= $from::date
  ),
  -- a group and no window: grade/staff.sql says why
  known as (
    select user_id, max(person_key) as person_key from member group by user_id
  ),
  holder as (
    select m.user_id, m.from_day, m.title, m.name, coalesce(m.person_key, k.person_key, '') as person_key
    from member m join known k on k.user_id = m.user_id
  ),
  named as (
    select user_id, max(from_day) as since, max_by(name, from_day) as name, max_by(title, from_day) as title
    from holder group by user_id, person_key
  )
select n.user_id, string_agg(n.name, ' / ' order by n.since) as name, max_by(n.title, n.since) as title
from named n group by n.user_id order by n.user_id
