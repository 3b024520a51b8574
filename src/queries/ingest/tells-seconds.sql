-- Does the log tell seconds, or are they all zero?
select coalesce(bool_or(substring(occurred_at, 18, 2) not in ('', '00')), false) as tells from raw_row
