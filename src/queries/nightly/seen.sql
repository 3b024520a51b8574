-- The last batch that a nightly audit has seen; no row before the first of them.
select (document::json ->> '$.seen_batch')::bigint as seen_batch from nightly
