-- Users and seconds in which so many patients were opened or found that it was a list on a screen, and no one's reading.
create or replace local temp table list_view as
select user_id, {{second}} as second
from raw_row
where user_id is not null and patient_id is not null
  and activity in (select raw from code_map where field = 'activity' and word in ('read', 'search'))
group by all
having count(*) >= $patients and count(distinct patient_id) >= $patients
