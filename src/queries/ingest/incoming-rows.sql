-- The rows as they were made and kept.
create or replace local temp view incoming as from incoming_row
