select count(*) as rows from staged
