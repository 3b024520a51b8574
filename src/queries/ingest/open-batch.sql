insert into ingest_batch values (
  $batch_id, 'open', $kind, $source_system, $file, $sha256, $profile, $encoding, $mode, null, null,
  $first_day::date, $last_day::date, $rows_in, $stored, $duplicate, $rejected, $conflict, $nonconforming, $unknown_codes
)
