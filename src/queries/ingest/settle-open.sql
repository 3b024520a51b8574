-- All or none: from here on whoever opens the store finishes what a killed process left.
update ingest_batch set state = 'settling' where state = 'open' and batch_id between $first and $last
