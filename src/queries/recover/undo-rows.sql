delete from {{table}} where batch_id = $batch_id
