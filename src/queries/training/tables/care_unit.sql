copy (
  select care_unit_id, name, care_provider_id, care_provider_name, parent_unit_id, kind, opening from region_unit order by care_unit_id
) to (getvariable('training_out')) (header, use_tmp_file false);
