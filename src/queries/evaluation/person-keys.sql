-- Those of the ids asked for who are known under several, each with the key of the person.
select id, person_key
from person_key
where id in (select unnest(from_json($ids::json, '["varchar"]')))
