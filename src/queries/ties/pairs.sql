-- Whom each user opened in the period, once; the user's own record is no tie to another.
create or replace temp table opened_pair as
select l.user_no, l.person_no
from graded_lookup l
anti join user_person p on p.user_no = l.user_no and p.person_no = l.person_no
where l.person_no is not null
group by l.user_no, l.person_no
