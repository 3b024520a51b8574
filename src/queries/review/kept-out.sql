-- Heads of unit are not drawn where they review: on any day from the start of the period until now.
insert into kept_out
select distinct care_unit_id, user_id
from reviewer
where role = 'reviewer' and coalesce(valid_from, $today::date) <= $today::date and coalesce(valid_to, $from::date) >= $from::date
