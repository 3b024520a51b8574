-- Users and patients who share a family name that has become, or may have been, rare: others have come or gone who bear it, or
-- the whole population is larger or smaller.
insert into reach
with
  part as (
    select p.person_key, unnest(n.names) as name from patient_person p join name_part n using (family_name)
  ),
  carrier as (
    select name, count(distinct person_key) as carriers from part group by name
  ),
  edge as (
    select
      greatest($rare_name_persons::integer, least($people_before::bigint, count(*)) * $rare_name_per_10000::double / 10000) as low,
      greatest($rare_name_persons::integer, greatest($people_before::bigint, count(*)) * $rare_name_per_10000::double / 10000) as high,
      (select count(*) from changed) as changed_rows
    from patient_person
  ),
  touched as (
    select distinct name from (
      select unnest(n.names) as name from changed c join name_part n using (family_name)
    ) join carrier using (name) cross join edge
    where carriers <= high + changed_rows
    union
    select name from carrier cross join edge where carriers > low and carriers <= high
  )
select distinct s.user_id, p.person_key, null, date '0001-01-01', date '9999-12-31'
from staff_member s
join name_part n on n.family_name = s.family_name
join part p on list_contains(n.names, p.name)
join touched t on t.name = p.name
