copy (
  select m.user_id, unit_of(d.unit) as care_unit_id, strftime(moment_of(d.day, d.start_minute), '%Y-%m-%dT%H:%M:%S') as start_time, strftime(moment_of(d.day, d.end_minute), '%Y-%m-%dT%H:%M:%S') as end_time
  from duty d
  join member m on m.u = d.u and m.kind = 'person' join region_unit u on u.n = m.unit and u.is_logged
  where d.day between -1 and $days - 1 and not exists (select 1 from extra_absence a where a.u = d.u and d.day between a.first_day and a.last_day)
  order by m.user_id, start_time
) to (getvariable('training_out')) (header, use_tmp_file false);
