-- Whom each user opened in the period, once; the user's own record is no tie to another.
create or replace temp table opened_pair as
select l.user_no, l.person_no, any_value(l.user_id) as user_id, any_value(l.person_key) as person_key
from graded_lookup l
anti join user_person p on p.user_id = l.user_id and p.person_key = l.person_key
where l.person_no is not null
group by l.user_no, l.person_no
