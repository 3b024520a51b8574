select d.u, d.day, d.shift, d.start_minute, d.end_minute from duty d join member m on m.u = d.u and m.block = 0 join region_unit u on u.n = m.unit and u.is_logged
where d.day between 0 and $days - 1 order by d.u, d.day, d.shift
