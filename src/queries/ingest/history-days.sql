select coalesce(max(day) - min(day), 0) as days from lookup
