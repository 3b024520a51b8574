insert into unknown_code values ($batch_id, $field, $raw, $events)
