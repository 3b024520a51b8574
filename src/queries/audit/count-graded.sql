-- How many lookups are graded; by their units, which have been counted.
select coalesce(sum(lookups), 0)::bigint as lookups from unit_size
