copy (
  select patient_id, given_name, family_name, if(protection = 'none', address, null) as address, if(protection = 'none', postal_code, null) as postal_code,
    if(protection = 'none', 'Almvik', null) as city, protection, birth_date, if(died is null, null, date_of(died)) as deceased_date, 'false' as is_test
  from named_person order by patient_id
) to (getvariable('training_out')) (header, use_tmp_file false);
