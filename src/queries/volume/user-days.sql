-- How many patients each user opened each day, with title and main unit: what is compared with peers. Lists on the screen
-- do not count.
create or replace temp table user_day as
with
  -- a patient once, under however many numbers
  opened as (
    select user_no, day, care_unit_id, person_no, arg_max(lookup_no, first_time) as lookup_no, max(first_time) as last_first
    from graded_lookup
    where not incidental and person_no is not null and coalesce(relation_cause, '') <> 'test_patient'
    group by user_no, day, care_unit_id, person_no
  ),
  at_unit as (
    select user_no, day, care_unit_id, count(*) as patients, arg_max(lookup_no, last_first) as lookup_no,
      max(last_first) as last_first
    from opened group by user_no, day, care_unit_id
  ),
  main as (
    select user_no, day, care_unit_id, patients,
      row_number() over (partition by user_no, day order by patients desc, care_unit_id) as place,
      first_value(lookup_no) over (partition by user_no, day order by last_first desc, lookup_no desc) as lookup_no,
      count(*) over (partition by user_no, day) as units
    from at_unit
  ),
  -- only who was at several units may have met a patient twice
  several as (
    select user_no, day, count(*) as patients
    from (
      select distinct o.user_no, o.day, o.person_no
      from opened o semi join main m on m.user_no = o.user_no and m.day = o.day and m.units > 1
    )
    group by user_no, day
  ),
  title as (
    select hash(user_id) as user_no, min(title_key) as title_key from staff_member group by all
  )
select m.user_no, m.day, coalesce(v.patients, m.patients) as patients, m.lookup_no, m.care_unit_id, t.title_key
from main m
left join several v on v.user_no = m.user_no and v.day = m.day
left join title t on t.user_no = m.user_no
where m.place = 1
