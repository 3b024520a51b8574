-- Who the users are as persons: by the staff register, and by what the log itself says.
create or replace temp table user_person as
with known as (
  select user_id, person_id, person_key from staff_member where person_key is not null
  union
  select distinct e.user_id, e.user_person_id, coalesce(k.person_key, e.user_person_id)
  from access_event e
  left join person_key k on k.id = e.user_person_id
  where e.user_person_id is not null and e.user_id is not null and e.local_time >= $window_from::date and e.local_time < $to::date
)
select u.user_id, u.person_id, u.person_key, hash(u.user_id) as user_no, hash(u.person_key) as person_no from known u
