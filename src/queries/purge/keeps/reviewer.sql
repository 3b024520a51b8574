t.valid_to is null or t.valid_to >= $cutoff::date
