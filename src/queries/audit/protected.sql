select kind, id from protected_person order by kind, id
