-- Whom each member of staff opened in the period, once; one's own record is no tie to another.
create or replace temp table opened_pair as
select s.member_no, l.person_no
from graded_lookup l
join staff_member s on s.user_no = l.user_no and l.day between s.from_day and s.to_day
anti join user_person p on p.user_no = l.user_no and p.person_no = l.person_no and l.day between p.from_day and p.to_day
where l.person_no is not null
group by s.member_no, l.person_no
