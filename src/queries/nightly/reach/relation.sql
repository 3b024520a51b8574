-- Lookups of the one's record by the other, as a user; a tie that ended counts for some years.
insert into reach
with tie as (
  select person_id as one, related_person_id as other, valid_from, valid_to from changed
  union
  select related_person_id, person_id, valid_from, valid_to from changed
)
select s.user_id, t.other, null, coalesce(t.valid_from, date '0001-01-01'),
  if(t.valid_to is null or t.valid_to > date '9000-01-01', date '9999-12-31', t.valid_to + to_years($ended_years::integer))
from tie t
left join person_key k on k.id = t.one
join staff_member s on s.person_key = coalesce(k.person_key, t.one)
