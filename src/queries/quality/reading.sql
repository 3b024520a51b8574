select batch_id::varchar as batch, source_system, profile, status, rows_in, stored, nonconforming from quality_batch order by batch_id
