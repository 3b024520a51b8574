select count(*) as people from patient_person
