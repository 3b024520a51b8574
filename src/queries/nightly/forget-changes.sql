delete from changed_row where batch_id <= $seen_batch::bigint
