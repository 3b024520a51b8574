-- a tie that ended counts for five years (rule own-family)
t.valid_to is null or t.valid_to >= $cutoff::date - to_years(5) or t.person_id in (from kept_patient) or t.related_person_id in (from kept_patient)
