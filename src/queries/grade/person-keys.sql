-- Everyone who is known under several ids is one person: `person_key` is the least id of each such group.
create or replace temp table person_key as
with recursive
  pair as (
    select person_id as one, alias_id as other from person_alias where person_id <> alias_id
    union
    select alias_id, person_id from person_alias where person_id <> alias_id
  ),
  reach(id, known) as (
    select one, other from pair
    union
    select r.id, p.other from reach r join pair p on p.one = r.known
  )
select id, least(id, min(known)) as person_key from reach group by id
