-- What a scenario has put into the log, as lookups.
select m.user_id, p.patient_id, u.care_unit_id, strftime(date_of(o.day), '%Y-%m-%d') as day
from planted o join member m on m.u = o.u join person p on p.p = o.p join region_unit u on u.n = o.unit
order by all
