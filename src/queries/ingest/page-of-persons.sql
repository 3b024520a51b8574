select raw, seen_on, source_row::varchar as source_row from distinct_person where rowid >= $from and rowid < $to
