copy (
  select distinct p.patient_id, provider_of(c.unit) as care_provider_id, unit_of(c.unit) as care_unit_id, null as user_id, 'consent' as kind, date_of(c.day) as valid_from, null as valid_to
  from contact c join opening_pattern t on t.recipe = 'foreign' and t.slot = c.slot and t.kind = c.kind
  join person p on p.p = c.p
  where draw(60, c.cid * 4096 + t.pattern * 4, 1000) < t.mille and draw(86, c.cid, 100) < 99 and c.block % 3 = 0
  order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
