-- The lookups of the period by user, unit and day, with what the registers know of them.
create or replace temp table quality_work as
with
  counted as (
    select user_id, care_unit_id, day, robot, count(*) as lookups
    from lookup where day >= $from::date and day < $to::date
    group by all
  ),
  placed as (
    select distinct c.user_id, c.care_unit_id, c.day
    from counted c
    join assignment a on a.user_id = c.user_id and coalesce(a.care_unit_id, c.care_unit_id) = c.care_unit_id
    where c.day >= coalesce(a.valid_from, date '1900-01-01') and c.day <= coalesce(a.valid_to, date '2200-01-01')
  )
select
  c.*,
  s.user_id is null                                                          as staff_unknown,
  c.care_unit_id is not null and u.care_unit_id is null                      as unit_unknown,
  not c.robot and c.care_unit_id is not null and a.user_id is null           as unassigned
from counted c
left join (select distinct user_id from staff) s on s.user_id = c.user_id
left join (select distinct care_unit_id from care_unit) u on u.care_unit_id = c.care_unit_id
left join placed a on a.user_id = c.user_id and a.care_unit_id = c.care_unit_id and a.day = c.day;
-- Its patients, and whether a register knows them under any of their ids.
create or replace temp table quality_patient as
with
  counted as (
    select patient_id, count(*) as lookups from lookup
    where day >= $from::date and day < $to::date and patient_id is not null
    group by patient_id
  ),
  aliased as (
    select a.alias_id as id from person_alias a semi join patient p on p.patient_id = a.person_id
    union
    select a.person_id from person_alias a semi join patient p on p.patient_id = a.alias_id
  )
select
  c.patient_id, c.lookups,
  c.patient_id not in (select patient_id from patient) and c.patient_id not in (select id from aliased) as unknown
from counted c
