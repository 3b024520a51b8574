t.valid_to is null or t.valid_to >= $cutoff::date or t.patient_id in (from kept_patient)
