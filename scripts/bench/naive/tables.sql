-- What the naive queries read: the events and the reference tables as they are in the store, days and times as whole numbers,
-- so that one text runs in SQLite too, and everyone under one number (`person`). Each query makes the table it is named after.
-- event
select e.user_id, e.patient_id, coalesce(k.person, e.patient_id) as person, e.care_unit_id, e.local_time::date - date '1970-01-01' as day,
  epoch_us(e.local_time) as us, e.purpose::varchar as purpose, e.incidental::integer as incidental
from store.access_event e left join known_as k on k.id = e.patient_id
where e.actor_kind = 'staff' and e.user_id is not null and e.local_time is not null
  and e.activity not in ('login', 'logout', 'consent') and e.user_id not in (select user_id from store.staff where kind in ('robot', 'service'))
-- contact
select coalesce(k.person, c.patient_id) as person, c.care_unit_id, c.other_care_unit_id, c.kind, c.start_time::date - date '1970-01-01' as start_day,
  greatest(c.start_time, c.end_time - interval 1 microsecond)::date - date '1970-01-01' as end_day, (c.end_time is null)::integer as is_open,
  c.responsible_user_id, c.registered_by, epoch_us(coalesce(c.registered_time, c.start_time)) as registered_us
from store.care_contact c left join known_as k on k.id = c.patient_id
where coalesce(lower(c.status), '') not in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
-- unit
select care_unit_id, parent_unit_id, case kind when 'ward' then 60 when 'clinic' then 90 else 30 end as follow_days from store.care_unit
-- coverage
select care_unit_id, covers_from - date '1970-01-01' as from_day, covers_to - date '1970-01-01' as to_day from store.coverage where kind = 'care_contact'
-- assignment
select user_id, care_unit_id, purpose, coalesce(valid_from - date '1970-01-01', -100000) as from_day,
  coalesce(valid_to - date '1970-01-01', 100000) as to_day
from store.assignment
-- staff
select s.user_id, coalesce(k.person, s.person_id) as person from store.staff s left join known_as k on k.id = s.person_id
-- patient
select coalesce(k.person, p.patient_id) as person, coalesce(p.protection, 'none') as protection, p.deceased_date - date '1970-01-01' as deceased_day,
  coalesce(p.is_test, false)::integer as is_test
from store.patient p left join known_as k on k.id = p.patient_id
-- relation
select coalesce(a.person, r.person_id) as person, coalesce(b.person, r.related_person_id) as related,
  coalesce(r.valid_from - date '1970-01-01', -100000) as from_day, coalesce((r.valid_to + interval 5 years)::date - date '1970-01-01', 100000) as to_day
from store.relation r left join known_as a on a.id = r.person_id left join known_as b on b.id = r.related_person_id
