-- The reasons that explain a lookup, written by hand, strongest first: no reason is ever mined from the data.
create or replace temp table reason as
select * from (values
  ( 1, 'responsible-clinician', 'A+'),
  ( 2, 'admission',             'A'),
  ( 3, 'visit',                 'A'),
  ( 4, 'home-care',             'A'),
  ( 5, 'coordination',          'A'),
  ( 6, 'consultation',          'A'),
  ( 7, 'referral-received',     'A'),
  ( 8, 'order-received',        'A'),
  ( 9, 'booking',               'A'),
  (10, 'waitlist',              'A'),
  (11, 'conference',            'A'),
  (12, 'prescription',          'A'),
  (13, 'certificate',           'A'),
  (14, 'lab-result',            'A'),
  (15, 'phone',                 'A'),
  (16, 'message',               'A'),
  (17, 'note',                  'A'),
  (18, 'other-contact',         'A'),
  (19, 'same-clinic',           'B+'),
  (20, 'referral-sent',         'B+'),
  (21, 'listing',               'B'),
  (22, 'assignment-purpose',    'P'),
  (23, 'log-review',            'P'),
  (24, 'earlier-contact',       'C')
) as reason(rank, reason_id, relation_grade);
create or replace temp table contact_kind_reason as
select * from (values
  ('admission', 2), ('visit', 3), ('home_care', 4), ('coordination', 5), ('consultation', 6), ('referral', 7), ('order', 8),
  ('booking', 9), ('waitlist', 10), ('conference', 11), ('prescription', 12), ('certificate', 13), ('lab_result', 14),
  ('phone', 15), ('message', 16), ('note', 17), ('listing', 21)
) as contact_kind_reason(kind, rank)
