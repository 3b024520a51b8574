-- what has no end goes on, for some kinds; the others are over when they begin
coalesce(
  t.end_time,
  case when t.kind in ('admission', 'listing', 'home_care', 'coordination') then timestamp '2200-01-01' else t.start_time end
) >= $contact_cutoff::date
or t.patient_id in (from kept_patient)
