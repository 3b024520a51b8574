-- Heads of unit are not drawn where they review, on any day from the start of the period until now: unless there is a
-- central reviewer, who gets what they themselves have done.
insert into kept_out
with reviewing as (
  select care_unit_id, user_id, role
  from reviewer
  where coalesce(valid_from, $today::date) <= $today::date and coalesce(valid_to, $today::date) >= $from::date
)
select distinct r.care_unit_id, r.user_id
from reviewing r
where r.role = 'reviewer' and not exists (select 1 from reviewing c where c.role = 'central' and c.user_id <> r.user_id)
