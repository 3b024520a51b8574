-- Heads of unit review their own; where there is none, the quality unit does.
copy (
  select u.care_unit_id, m.user_id, 'reviewer' as role, date '2024-01-01' as valid_from, null as valid_to
  from region_unit u join member m on m.unit = u.n and m.role = 'head' where u.is_logged
  union all
  select null, m.user_id, 'central', date '2024-01-01', null from member m where m.role = 'quality' and m.i = 0
  order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
