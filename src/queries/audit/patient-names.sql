select p.patient_id, min(nullif(concat_ws(' ', p.given_name, p.family_name), '')) as name
from patient p
where p.patient_id in (select patient_id from asked_patient)
group by p.patient_id order by p.patient_id
