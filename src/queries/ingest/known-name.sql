-- The last batch of a log that was read from a file of this name.
select max(batch_id) as batch_id from ingest_batch where state = 'live' and kind = 'access' and file = $file
