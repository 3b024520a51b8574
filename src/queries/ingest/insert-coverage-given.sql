insert into coverage values ($kind, null, $covers_from::date, $covers_to::date, $batch_id)
