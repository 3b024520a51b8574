insert into deviation values ($batch_id, $code, $records)
