-- The months of the lookups that something reaches; a person's under whatever number.
insert into stale
with
  known as (
    select r.user_id, coalesce(a.id, r.patient_id) as patient_id, r.care_unit_id, r.from_day, r.to_day
    from reach r
    left join person_key k on k.id = r.patient_id
    left join person_key a on a.person_key = coalesce(k.person_key, r.patient_id)
    union
    select * from reach
  ),
  span as (
    select min(from_day) as from_day, max(to_day) as to_day from reach
  ),
  near as (
    select l.day, l.user_id, l.patient_id, l.care_unit_id
    from lookup l cross join span s
    where l.day >= s.from_day and l.day <= s.to_day
  ),
  met as (
    select l.day
    from near l join known r on r.patient_id = l.patient_id
    where l.day >= r.from_day and l.day <= r.to_day
      and (r.user_id is null or r.user_id = l.user_id) and (r.care_unit_id is null or r.care_unit_id = l.care_unit_id)
    union all
    select l.day
    from near l join known r on r.user_id = l.user_id
    where r.patient_id is null and l.day >= r.from_day and l.day <= r.to_day
    union all
    select l.day
    from near l join known r on r.care_unit_id = l.care_unit_id
    where r.patient_id is null and r.user_id is null and l.day >= r.from_day and l.day <= r.to_day
    union all
    select l.day
    from near l join known r on l.day >= r.from_day and l.day <= r.to_day
    where r.patient_id is null and r.user_id is null and r.care_unit_id is null
  )
select date_trunc('month', day)::date, max(day) from met group by all
