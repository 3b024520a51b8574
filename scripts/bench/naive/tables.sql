-- What the naive queries read: the events and the reference tables as they are in the store, days and times as whole numbers,
-- so that one text runs in SQLite too. Each line makes one table of that name.
-- event
select e.user_id, e.patient_id, e.care_unit_id, e.local_time::date - date '1970-01-01' as day, epoch_us(e.local_time) as us, e.purpose::varchar as purpose, e.incidental::integer as incidental from store.access_event e where e.actor_kind = 'staff' and e.user_id is not null and e.local_time is not null and e.activity not in ('login', 'logout', 'consent') and e.user_id not in (select user_id from store.staff where kind in ('robot', 'service'))
-- contact
select patient_id, care_unit_id, other_care_unit_id, kind, start_time::date - date '1970-01-01' as start_day, greatest(start_time, end_time - interval 1 microsecond)::date - date '1970-01-01' as end_day, end_time is null as is_open, responsible_user_id, registered_by, epoch_us(coalesce(registered_time, start_time)) as registered_us from store.care_contact where coalesce(lower(status), '') not in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
-- unit
select care_unit_id, parent_unit_id, case kind when 'ward' then 60 when 'clinic' then 90 else 30 end as follow_days from store.care_unit
-- coverage
select care_unit_id, covers_from - date '1970-01-01' as from_day, covers_to - date '1970-01-01' as to_day from store.coverage where kind = 'care_contact'
-- assignment
select user_id, care_unit_id, purpose, coalesce(valid_from - date '1970-01-01', -100000) as from_day, coalesce(valid_to - date '1970-01-01', 100000) as to_day from store.assignment
-- staff
select user_id, person_id from store.staff
-- patient
select patient_id, coalesce(protection, 'none') as protection, deceased_date - date '1970-01-01' as deceased_day, coalesce(is_test, false)::integer as is_test from store.patient
-- relation
select person_id, related_person_id, coalesce(valid_from - date '1970-01-01', -100000) as from_day, coalesce((valid_to + interval 5 years)::date - date '1970-01-01', 100000) as to_day from store.relation
