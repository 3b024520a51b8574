insert into audit_run
select $run_id, coalesce(max(sequence), 0) + 1, $from::date, $to::date, $document from audit_run
