-- Which rows could not be read, by file, cause and column?
select
  b.source_system, b.file, r.cause, r.column_name, count(*) as rejected, min(r.source_row) as first_row
from rejected_row r
join ingest_batch b on b.batch_id = r.batch_id
where b.state = 'live'
group by b.source_system, b.file, r.cause, r.column_name
order by rejected desc, b.file, r.cause, r.column_name
