-- Whom each user opened in the period, once; the user's own record is no tie to another.
create or replace temp table opened_pair as
select user_no, person_no, any_value(user_id) as user_id, any_value(person_key) as person_key
from graded_lookup
anti join user_person using (user_id, person_key)
where person_no is not null
group by user_no, person_no
