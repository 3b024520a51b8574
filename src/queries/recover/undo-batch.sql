delete from coverage where batch_id = $batch_id;
delete from rejected_row where batch_id = $batch_id;
delete from unknown_code where batch_id = $batch_id;
delete from deviation where batch_id = $batch_id;
delete from changed_row where batch_id = $batch_id;
