-- What decides whether an extract may be given out, under whichever id the registers have it. Needs `person_key`,
-- `staff_member` and `patient_person`.
with asked as (select coalesce((select person_key from person_key where id = $patient_id), $patient_id) as person_key)
select
  nullif(trim(concat_ws(' ', p.given_name, p.family_name)), '')                               as name,
  p.birth_date::varchar                                                                       as birth_date,
  p.deceased_date is not null                                                                 as deceased,
  coalesce(p.protection, 'none') not in ('none', '')
    or a.person_key in (select person_key from staff_member where protected and person_key is not null) as protected
from asked a
left join patient_person p on p.person_key = a.person_key
