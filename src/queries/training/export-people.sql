-- People as the log names them.
create or replace temp table export_person as
select p, patient_id, substr(patient_id, 1, 8) || '-' || substr(patient_id, 9) as shown_id, given_name || ' ' || family_name as shown_name from named_person order by p;
create or replace temp table export_member as
select m.u, m.user_id, m.title, m.kind, if(m.kind = 'robot', 'Påminnelserobot', p.given_name || ' ' || p.family_name) as user_name
from member m join named_person p on p.p = m.p order by m.u;
-- Who came in unknown was somebody else for a day: a number of the form that Örebro once had, and that nobody gets.
create or replace temp table reserve_number as
select c.p, c.day, printf('%08dTA%dA', c.p % 100000000, c.p % 10) as alias_id
from contact c join person p on p.p = c.p and p.protection = 'none' and c.p // 12 not in (select m.p // 12 from member m)
where c.kind = 'admission' and draw(93, c.cid, 120) = 0 qualify row_number() over (partition by c.p order by c.cid) = 1
order by c.p;
-- What a scenario adds. It comes as text.
create or replace temp table planted_text (n varchar, u varchar, unit varchar, day varchar, minute varchar, p varchar, recipe varchar, station varchar);
create or replace temp table hidden_text (cid varchar);
create or replace temp table extra_relation (person_id varchar, related_person_id varchar, kind varchar, valid_from varchar, valid_to varchar);
create or replace temp table extra_contact_text (n varchar, p varchar, unit varchar, kind varchar, day varchar, minute varchar, responsible varchar, registered_by varchar, registered_minute varchar);
create or replace temp table extra_absence_text (u varchar, kind varchar, first_day varchar, last_day varchar);
create or replace temp table extra_watch_text (p varchar, reason varchar, first_day varchar, last_day varchar);
create or replace temp table protected_text (p varchar);
