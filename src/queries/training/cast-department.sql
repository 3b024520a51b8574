-- The care of the department: its wards and its clinic.
select c.cid::varchar as cid from contact c
where c.block = 0 and c.slot < 3 and c.cid > 0 and coalesce(c.end_day, c.day) >= $first order by c.cid
