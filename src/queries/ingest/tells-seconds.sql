-- Does the log tell seconds, or are they all zero? An offset may stand in their place.
select coalesce(bool_or(substring(occurred_at, 17, 3) between ':01' and ':59'), false) as tells from raw_row
