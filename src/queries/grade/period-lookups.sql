-- The lookups of the period, and of the days before it that some rule looks back on, by the staff whose log this is to
-- review and by robots; other providers' staff are counted apart. Users, persons, units and clinics have numbers too, for
-- counting and joining: a number is met many times faster than a text.
create or replace temp table period_lookup as
with
  unit as (
    -- two sources may describe one unit
    select c.care_unit_id, min(c.parent_unit_id) as parent_unit_id, min(c.care_provider_id) as care_provider_id
    from care_unit c group by c.care_unit_id
  ),
  robot as (
    select user_id, from_day, to_day from staff_member where robot
  ),
  asked as (
    select a.user_id, coalesce(k.person_key, a.patient_id) as known_as, a.care_unit_id
    from asked_about a left join person_key k on k.id = a.patient_id
  ),
  keyed as (
    select
      l.rowid                                                         as lookup_no,
      l.* exclude (robot, care_provider_id),
      l.robot or r.user_id is not null                                as is_robot,
      l.day >= $from::date                                            as in_period,
      -- nobody's number is no person's
      l.patient_id = '<NONE>' or ltrim(l.patient_id, left(l.patient_id, 1)) = '' as is_nobody,
      coalesce(k.person_key, l.patient_id)                            as known_as,
      u.parent_unit_id,
      coalesce(l.care_provider_id, u.care_provider_id)                as care_provider_id
    from lookup l
    left join person_key k on k.id = l.patient_id
    left join unit u on u.care_unit_id = l.care_unit_id
    left join robot r on r.user_id = l.user_id and l.day between r.from_day and r.to_day
    where l.day >= $window_from::date and l.day < $to::date
      and ($everyone::boolean
           or (l.user_id, coalesce(k.person_key, l.patient_id)) in (select (user_id, known_as) from asked)
           or l.user_id in (select user_id from asked where known_as is null)
           or coalesce(k.person_key, l.patient_id) in (select known_as from asked where user_id is null)
           or l.care_unit_id in (select care_unit_id from asked where user_id is null and known_as is null))
      and ((select count(*) = 0 from reviewed_provider)
           or coalesce(l.care_provider_id, u.care_provider_id) in (select care_provider_id from reviewed_provider))
  )
select
  -- a column of texts takes ten times as long to write as one of numbers
  l.* exclude (is_nobody, known_as, parent_unit_id),
  (l.activities & $search_bit::uinteger) <> 0 and (l.activities & ~$search_bit::uinteger) = 0 as is_search_only,
  (l.activities & $write_bits::uinteger) <> 0                                              as has_written,
  (l.activities & $output_bits::uinteger) <> 0                                             as has_output,
  coalesce(l.break_glass, false) or (l.activities & $emergency_bits::uinteger) <> 0        as is_emergency,
  if(l.is_nobody, null, l.known_as)                                   as person_key,
  hash(l.user_id)                                                     as user_no,
  if(l.is_nobody or l.known_as is null, null, hash(l.known_as))       as person_no,
  if(l.care_unit_id is null, null, hash(l.care_unit_id))              as unit_no,
  if(l.parent_unit_id is null, null, hash(l.parent_unit_id))          as clinic_no,
  case
    when l.patient_id is null then 'no_patient'
    when t.person_key is not null or l.is_nobody then 'test_patient'
    when l.care_unit_id is null then 'no_unit'
  end                                                                 as bar
from keyed l
left join test_person t on t.person_key = l.known_as
