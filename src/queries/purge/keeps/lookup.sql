t.day >= $cutoff::date
