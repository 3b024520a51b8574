-- Profiles that nobody has held against a real file, among those that something was read with.
select distinct profile from ingest_batch where state = 'live' and status = 'draft' order by profile
