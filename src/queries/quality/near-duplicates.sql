-- Rows that say again, in the same or the next second, what a row said: same user, patient, activity and resource. Where a
-- source tells no seconds, or only days, it cannot be told. A row of a list that nobody opened repeats nothing.
create or replace temp table quality_repeat as
with
  said as (
    select
      hash(source_system, user_id, patient_id, care_unit_id, activity, activity_raw, activity_args, resource_type, resource_id, owner_care_unit_id) as what,
      epoch_ms(local_time) // 1000 as second, count(*) as rows, min(rowid) as first_row
    from access_event
    where local_time >= $from::date and local_time < $to::date
      and coalesce(source_system, 'default') in (select unnest(string_split($sources, chr(31))))
      and user_id is not null and patient_id is not null and time_quality <> 'date_only'
    group by all
  ),
  again as (
    select s.first_row, s.rows - 1 + if(b.what is null, 0, 1) as repeats
    from said s
    left join said b on b.what = s.what and b.second = s.second - 1
    where s.rows > 1 or b.what is not null
  )
select coalesce(e.source_system, 'default') as source_system, e.care_unit_id, e.local_time::date as day, sum(a.repeats) as repeats
from again a
join access_event e on e.rowid = a.first_row
group by all
