select
  batch_id::varchar as batch, file, sha256, source_system, rows_in, stored, duplicate, rejected, conflict,
  log_from::varchar as log_from, log_to::varchar as log_to
from quality_batch order by batch_id
