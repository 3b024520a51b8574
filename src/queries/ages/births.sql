-- When the patients of units for one age group were born: by the register, else by the personal number itself.
create or replace temp macro birth_of(id) as
  if(regexp_matches(id, '^(18|19|20)\d{10}$'), try_cast(
    left(id, 4) || '-' || substr(id, 5, 2) || '-'
      || lpad((substr(id, 7, 2)::integer - if(substr(id, 7, 2)::integer > 60, 60, 0))::varchar, 2, '0') as date), null);
create or replace temp table person_birth as
select l.person_key,
  coalesce(min(p.birth_date), min(birth_of(l.person_key)), min(birth_of(l.patient_id)), min(birth_of(k.id))) as birth_date
from graded_lookup l
join care_unit u on u.care_unit_id = l.care_unit_id and u.kind in ('child', 'geriatric')
left join patient_person p on p.person_no = l.person_no
left join person_key k on k.person_key = l.person_key
where l.person_key is not null
group by l.person_key
