-- What the store holds now: the last batch, the first day, and whether the log knows searches and print-outs at all.
select
  (select coalesce(max(batch_id), 0) from ingest_batch where state = 'live')                   as seen_batch,
  (select min(day)::varchar from lookup)                                                      as first_day,
  exists (select 1 from lookup where (activities & $search_bit::uinteger) <> 0)               as knows_search,
  exists (select 1 from lookup where (activities & $output_bits::uinteger) <> 0)              as knows_output
