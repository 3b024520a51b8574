-- The lookups as they are, kept aside while their patients are shuffled. Their seats are numbered by what is theirs alone, so
-- that the order of rows in the store means nothing.
create or replace temp table true_lookup as
select
  *,
  row_number() over (partition by is_robot, in_period order by day, user_id, patient_id, care_unit_id) as seat
from period_lookup
