-- Whom the reports show by pseudonym: patients with protection, under every id they are known by, and protected staff.
create or replace temp table protected_person as
select 'user' as kind, user_id as id from staff_member where protected
union
select 'patient', patient_id from patient where coalesce(protection, 'none') not in ('none', '')
union
select 'patient', k.id
from person_key k
where k.person_key in (
  select coalesce(a.person_key, p.patient_id) from patient p left join person_key a on a.id = p.patient_id
  where coalesce(p.protection, 'none') not in ('none', '')
)
union
-- a protected member of staff is protected as a patient too
select 'patient', coalesce(k.id, s.person_key)
from staff_member s left join person_key k on k.person_key = s.person_key
where s.protected and s.person_key is not null
