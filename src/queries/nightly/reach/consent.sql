-- The lookups of the patient on its days.
insert into reach
select null, patient_id, null, coalesce(valid_from, date '0001-01-01'), coalesce(valid_to, date '9999-12-31') from changed
