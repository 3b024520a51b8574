t.covers_to >= $contact_cutoff::date
