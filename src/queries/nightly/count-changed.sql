select count(*) as rows from changed
