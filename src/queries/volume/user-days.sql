-- How many patients each user opened each day, with title and main unit: what is compared with peers. Lists on the screen
-- do not count.
create or replace temp table user_day as
with
  -- a patient once, under however many numbers
  opened as (
    select l.user_no, l.day, l.care_unit_id, l.person_no, max_by(l.lookup_no, l.first_time) as lookup_no, max(l.first_time) as last_first
    from graded_lookup l
    where not l.incidental and l.person_no is not null and coalesce(l.relation_cause, '') <> 'test_patient'
    group by l.user_no, l.day, l.care_unit_id, l.person_no
  ),
  at_unit as (
    select o.user_no, o.day, o.care_unit_id, count(*) as patients, max_by(o.lookup_no, o.last_first) as lookup_no,
      max(o.last_first) as last_first
    from opened o group by o.user_no, o.day, o.care_unit_id
  ),
  -- The unit with most patients; none may be it, which min_by would pass over.
  main as (
    select a.user_no, a.day, max(a.patients) as patients, max_by(a.lookup_no, (a.last_first, a.lookup_no)) as lookup_no,
      nullif(min_by(coalesce(a.care_unit_id, ''), (-a.patients, a.care_unit_id is null, a.care_unit_id)), '') as care_unit_id,
      count(*) as units
    from at_unit a group by a.user_no, a.day
  ),
  -- only who was at several units may have met a patient twice
  several as (
    select user_no, day, count(*) as patients
    from (
      select distinct o.user_no, o.day, o.person_no
      from opened o semi join main m on m.user_no = o.user_no and m.day = o.day and m.units > 1
    )
    group by user_no, day
  )
select m.user_no, m.day, coalesce(v.patients, m.patients) as patients, m.lookup_no, m.care_unit_id, t.title_key
from main m
left join several v on v.user_no = m.user_no and v.day = m.day
left join staff_member t on t.user_no = m.user_no and m.day between t.from_day and t.to_day
