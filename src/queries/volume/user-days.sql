-- How many patients each user opened each day, with title and main unit: what is compared with peers. Lists on the screen
-- do not count.
create or replace temp table user_day as
with
  opened as (
    select user_id, day, care_unit_id, lookup_no, person_key, patient_id, first_time
    from graded_lookup
    where not incidental and person_key is not null and coalesce(relation_cause, '') <> 'test_patient'
  ),
  main as (
    select user_id, day, care_unit_id,
      row_number() over (partition by user_id, day order by count(*) desc, care_unit_id) as place
    from opened group by user_id, day, care_unit_id
  ),
  counted as (
    select user_id, day, count(distinct person_key) as patients, array_agg(lookup_no) as lookups,
      arg_max(lookup_no, (first_time, lookup_no)) as lookup_no
    from opened group by user_id, day
  )
select c.user_id, c.day, c.patients, c.lookups, c.lookup_no, m.care_unit_id, s.title
from counted c
join main m on m.user_id = c.user_id and m.day = c.day and m.place = 1
left join staff_member s on s.user_id = c.user_id
