select (select count(*) from staged) as rows, (select count(*) from csv_reject) as rejected
