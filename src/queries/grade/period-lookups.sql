-- The lookups of the period, and of the days before it that some rule looks back on, by the staff whose log this is to
-- review and by robots; other providers' staff are counted apart.
create or replace temp table period_lookup as
with unit as (
  -- two sources may describe one unit
  select c.care_unit_id, min(c.parent_unit_id) as parent_unit_id, min(c.care_provider_id) as care_provider_id
  from care_unit c group by c.care_unit_id
)
select
  l.* exclude (robot),
  l.robot or l.user_id in (select user_id from staff_member where robot) as is_robot,
  l.day >= $from::date                                              as in_period,
  -- nobody's number is no person's
  if(l.patient_id = '<NONE>' or replace(l.patient_id, left(l.patient_id, 1), '') = '', null, coalesce(k.person_key, l.patient_id)) as person_key,
  u.parent_unit_id,
  coalesce(l.care_provider_id, u.care_provider_id)                  as provider_id,
  case
    when l.patient_id is null then 'no_patient'
    when coalesce(p.is_test, false) then 'test_patient'
    when l.patient_id = '<NONE>' or replace(l.patient_id, left(l.patient_id, 1), '') = '' then 'test_patient'
    when l.care_unit_id is null then 'no_unit'
  end                                                               as bar
from lookup l
left join person_key k on k.id = l.patient_id
left join unit u on u.care_unit_id = l.care_unit_id
left join patient_person p on p.person_key = coalesce(k.person_key, l.patient_id)
where l.day >= $window_from::date and l.day < $to::date
  and ($user_id is null or l.user_id = $user_id)
  and ($patient_id is null or coalesce(k.person_key, l.patient_id)
       = coalesce((select person_key from person_key where id = $patient_id), $patient_id))
  and ((select count(*) = 0 from reviewed_provider)
       or coalesce(l.care_provider_id, u.care_provider_id) in (select care_provider_id from reviewed_provider))
