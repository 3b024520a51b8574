copy (
  select m.user_id, u.care_unit_id, u.care_provider_id, w.name || ', ' || u.name as name, w.purpose, date '2024-01-01' as valid_from, null as valid_to
  from member m join region_unit u on u.n = m.unit
  cross join lateral (select unnest([{'name': 'Vård och behandling', 'purpose': 'care'}, {'name': case m.purpose when 'quality' then 'Kvalitetssäkring' else 'Administration' end, 'purpose': m.purpose}]) as w) t(w)
  where w.purpose is not null and (m.kind = 'person' or w.purpose = 'administration') order by m.user_id, w.purpose
) to (getvariable('training_out')) (header, use_tmp_file false);
