-- What each register holds, and how much of it holds in the period; NULL where its rows have no days.
with p as (from quality_period)
select 'staff' as name, count(*) as rows, count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) as valid from staff, p
union all
select 'assignment', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from assignment, p
union all
select 'care_unit', count(*), null from care_unit
union all
select 'patient', count(*), null from patient
union all
select 'person_alias', count(*), null from person_alias
union all
select 'relation', count(*), count(*) filter (where coalesce(valid_from < to_day, true)) from relation, p
union all
select 'care_contact', count(*), null from care_contact
union all
select 'block', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from block, p
union all
select 'block_override', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from block_override, p
union all
select 'consent', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from consent, p
union all
select 'shift', count(*), count(*) filter (where start_time < to_day and end_time >= from_day) from shift, p
union all
select 'absence', count(*), count(*) filter (where valid_from < to_day and coalesce(valid_to >= from_day, true)) from absence, p
union all
select 'watchlist', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from watchlist, p
union all
select 'reviewer', count(*), count(*) filter (where coalesce(valid_from < to_day, true) and coalesce(valid_to >= from_day, true)) from reviewer, p
union all
select 'user_person', (select count(*) from staff where person_id is not null) + (
  select count(user_person_id) from access_event, p where local_time >= from_day and local_time < to_day
), null
