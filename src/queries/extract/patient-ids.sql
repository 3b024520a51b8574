-- Every id that a person is known by, the one asked for first. Needs `person_key`.
select id
from (
  select $patient_id as id
  union
  select k.id from person_key k where k.person_key = (select person_key from person_key where id = $patient_id)
)
order by id <> $patient_id, id
