-- The lookups whose evidence some findings are to be kept with: those of cases. What gathers many lookups, and what opens
-- nothing and adds to no case, has its own sentence only: `explain` says the rest.
create or replace temp table asked_lookup as
select distinct f.lookup_no
from finding f
semi join case_file c on c.case_id = f.case_id
where f.place >= $first and f.place < $end and f.user_id is not null and f.patient_id is not null
