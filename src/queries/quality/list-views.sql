-- Users and seconds with so many different patients that it was a list on a screen; those that were marked as such apart.
create or replace temp table quality_list as
with
  crowded as (
    select user_id, date_trunc('second', local_time) as second
    from access_event
    where local_time >= $from::date and local_time < $to::date
      and coalesce(source_system, 'default') in (select unnest(string_split($sources, chr(31))))
      and user_id is not null and patient_id is not null and time_quality <> 'date_only'
    group by all
    having count(*) >= $patients
  )
select
  coalesce(e.source_system, 'default') as source_system, e.user_id, c.second, any_value(e.care_unit_id) as care_unit_id,
  count(*) as events, count(*) filter (where e.incidental) as incidental
from crowded c
join access_event e on e.user_id = c.user_id and e.local_time >= c.second and e.local_time < c.second + interval 1 second
where e.patient_id is not null and coalesce(e.source_system, 'default') in (select unnest(string_split($sources, chr(31))))
group by all
having count(distinct e.patient_id) >= $patients
