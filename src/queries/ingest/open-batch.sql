insert into ingest_batch values (
  $batch_id, 'open', $kind, $source_system, $file, $sha256, $profile, $status, $encoding, $mode, $covers_from::date, $covers_to::date,
  $first_day::date, $last_day::date, $rows_in, $stored, $duplicate, $rejected, $conflict, $nonconforming, $unknown_codes,
  wall_clock($log_from), wall_clock($log_to)
)
