copy (
  select 'SP-' || p.patient_id as block_id, p.patient_id, 'inner' as kind, provider_of(p.block * 16 + 2) as care_provider_id, unit_of(p.block * 16 + 2) as care_unit_id, date '2025-06-01' as valid_from, null as valid_to
  from person p where draw(87, p.p, 700) = 0 order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
