-- Users and seconds in which so many patients were opened or found that it was a list on a screen, and of which a part came
-- with this batch and a part before it. Logs that are read by one profile tell their time in one way.
create or replace local temp table late_list_view as
with
  alike as (
    select b.batch_id from ingest_batch b
    where b.kind = 'access' and b.profile = (select profile from ingest_batch where batch_id = $batch_id)
  ),
  -- of the days of a batch most often little has come before it
  earlier as (
    select distinct e.user_id, date_trunc('second', e.local_time) as second
    from access_event e
    semi join alike a on a.batch_id = e.batch_id
    where e.batch_id <> $batch_id
      and e.local_time >= $first_day::date and e.local_time < $last_day::date + 1
      and e.activity in ('read', 'search') and e.user_id is not null and e.patient_id is not null
  )
select c.user_id, c.second, c.second::date as day
from access_event e
join earlier c on c.user_id = e.user_id and c.second = date_trunc('second', e.local_time)
semi join alike a on a.batch_id = e.batch_id
where e.local_time >= $first_day::date and e.local_time < $last_day::date + 1
  and e.activity in ('read', 'search') and e.patient_id is not null
group by all
having count(*) >= $patients and count(distinct e.patient_id) >= $patients and max(e.batch_id) = $batch_id
