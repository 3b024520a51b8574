-- Contacts from before the day are gone, so nothing can be said of them.
update kept_store.coverage set covers_from = greatest(covers_from, $contact_cutoff::date) where kind = 'care_contact'
