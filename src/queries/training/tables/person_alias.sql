copy (
  select p.patient_id as person_id, r.alias_id, 'reserve_number' as kind from reserve_number r join person p on p.p = r.p order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
