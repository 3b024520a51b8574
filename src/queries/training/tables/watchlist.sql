copy (
  select p.patient_id, w.reason, date_of(w.first_day) as valid_from, date_of(w.last_day) as valid_to from extra_watch w join person p on p.p = w.p order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
