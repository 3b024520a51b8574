copy (
  select m.user_id, a.kind, date_of(a.first_day) as valid_from, date_of(a.last_day) as valid_to
  from (select * from absent union all select u, first_day, last_day, kind from extra_absence) a join member m on m.u = a.u
  join region_unit u on u.n = m.unit and u.is_logged order by m.user_id, valid_from
) to (getvariable('training_out')) (header, use_tmp_file false);
