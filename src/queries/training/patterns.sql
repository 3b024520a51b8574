-- What is opened because of a contact, and by whom. mille: how often, in thousandths (1,500: once or twice). at: the slot of the
-- unit that opens, or null for the contact's own, 99 for its other end. shift: 0 to 2 in that shift, 9 when the contact is,
-- 8 by the one who is responsible. days, minutes: after the contact. A stay is opened anew each day.
create or replace temp table opening_pattern as
select row_number() over (order by slot, kind, each_day, at_slot, role, shift, mille, day_lo, day_hi, recipe) as pattern, * from (values
  (0, 'admission', true, null, 'nurse', 0, 1900, 0, 0, 0, 0, 'round', null), (0, 'admission', true, null, 'nurse', 1, 1700, 0, 0, 0, 0, 'round', null),
  (0, 'admission', true, null, 'nurse', 2, 1300, 0, 0, 0, 0, 'glance', null), (0, 'admission', true, null, 'assistant', 0, 1200, 0, 0, 0, 0, 'nursing', null),
  (0, 'admission', true, null, 'assistant', 1, 1000, 0, 0, 0, 0, 'nursing', null), (0, 'admission', true, null, 'assistant', 2, 600, 0, 0, 0, 0, 'nursing', null),
  (0, 'admission', true, null, 'physician', 0, 1500, 0, 0, 0, 0, 'assess', null), (0, 'admission', true, null, 'physician', 1, 250, 0, 0, 0, 0, 'glance', null),
  (0, 'admission', true, null, 'physician', 2, 90, 0, 0, 0, 0, 'glance', null), (0, 'admission', true, null, 'secretary', 0, 200, 0, 0, 0, 0, 'write', null),
  (0, 'admission', true, null, 'therapist', 0, 300, 0, 0, 0, 0, 'nursing', null), (0, 'admission', true, null, 'pharmacist', 0, 250, 0, 0, 0, 0, 'drugs', null),
  (0, 'admission', true, null, 'student', 0, 250, 0, 0, 0, 0, 'glance', null), (0, 'admission', false, null, 'secretary', 0, 700, 5, 14, 0, 0, 'bill', 'administration'),
  (0, 'admission', false, null, 'physician', 0, 350, 6, 20, 0, 0, 'results', null), (0, 'admission', false, null, 'head', 0, 60, 8, 40, 0, 0, 'review', 'quality'),
  (0, 'admission', false, 9, 'quality', 0, 60, 8, 40, 0, 0, 'review', 'quality'), (0, 'admission', true, 8, 'dietitian', 0, 80, 0, 0, 0, 0, 'glance', null),
  (0, 'admission', true, 7, 'assistant', 0, 60, 0, 0, 0, 0, 'glance', null),
  (0, 'admission', false, 10, 'secretary', 0, 150, 10, 35, 0, 0, 'bill', 'administration'), (0, 'admission', false, 10, 'head', 0, 30, 10, 40, 0, 0, 'review', 'quality'),
  (0, 'certificate', false, null, 'physician', 0, 1000, 0, 1, 0, 0, 'write', null), (0, 'certificate', false, null, 'secretary', 0, 900, 3, 25, 0, 0, 'bill', 'administration'),
  (0, 'certificate', false, null, 'head', 0, 250, 10, 42, 0, 0, 'review', 'quality'),
  (2, 'certificate', false, null, 'physician', 0, 1000, 0, 1, 0, 0, 'write', null), (2, 'certificate', false, null, 'secretary', 0, 900, 3, 25, 0, 0, 'bill', 'administration'),
  (2, 'visit', false, null, null, 8, 980, 0, 0, 0, 12, 'assess', null), (2, 'visit', false, null, 'nurse', 0, 300, 0, 0, 0, 0, 'glance', null),
  (2, 'visit', false, null, 'secretary', 0, 400, 1, 4, 0, 0, 'write', null), (2, 'visit', false, null, 'physician', 0, 300, -3, -1, 0, 0, 'glance', null),
  (2, 'visit', false, null, 'physician', 0, 300, 2, 12, 0, 0, 'results', null), (2, 'visit', false, null, 'robot', 2, 1000, -7, -7, 0, 0, 'remind', 'administration'),
  (2, 'visit', false, null, 'head', 0, 15, 5, 30, 0, 0, 'review', 'quality'), (2, 'visit', false, null, 'secretary', 0, 80, 3, 20, 0, 0, 'bill', 'administration'),
  (2, 'phone', false, null, null, 8, 980, 0, 0, 0, 20, 'write', null), (2, 'message', false, null, 'nurse', 0, 900, 0, 0, 0, 0, 'round', null),
  (2, 'prescription', false, null, 'physician', 0, 900, 0, 0, 0, 0, 'drugs', null), (2, 'referral', false, null, 'physician', 0, 800, 1, 4, 0, 0, 'assess', null),
  (2, 'referral', false, 99, 'physician', 0, 500, 12, 26, 0, 0, 'results', null),
  (3, 'visit', false, null, null, 8, 980, 0, 0, 0, 10, 'assess', null), (3, 'visit', false, null, 'secretary', 0, 250, 0, 0, 0, 0, 'glance', null),
  (3, 'visit', false, null, 'assistant', 0, 200, 0, 0, 0, 0, 'nursing', null), (3, 'visit', false, null, 'physician', 0, 250, 1, 9, 0, 0, 'results', null),
  (3, 'visit', false, null, 'student', 0, 120, 0, 0, 0, 0, 'glance', null), (3, 'visit', false, null, null, 8, 50, 0, 0, 12, 18, 'foreign', null),
  (3, 'visit', false, null, 'secretary', 0, 60, 3, 20, 0, 0, 'bill', 'administration'), (3, 'visit', false, null, 'head', 0, 20, 5, 30, 0, 0, 'review', 'quality'),
  (3, 'phone', false, null, null, 8, 980, 0, 0, 0, 20, 'write', null), (3, 'phone', false, null, 'physician', 0, 200, 0, 1, 0, 0, 'glance', null),
  (3, 'message', false, null, 'nurse', 0, 800, 0, 0, 0, 0, 'round', null), (3, 'message', false, null, 'physician', 0, 300, 0, 1, 0, 0, 'glance', null),
  (3, 'prescription', false, null, 'physician', 0, 950, 0, 0, 0, 0, 'drugs', null), (3, 'certificate', false, null, 'physician', 0, 1500, 0, 3, 0, 0, 'write', null),
  (3, 'coordination', true, null, 'nurse', 0, 80, 0, 0, 0, 0, 'round', null), (4, 'visit', false, null, null, 8, 980, 0, 0, 0, 8, 'nursing', null),
  (4, 'visit', false, null, 'physician', 0, 400, 0, 0, 0, 0, 'assess', null),
  (5, 'home_care', true, null, 'nurse', 0, 450, 0, 0, 0, 0, 'round', null), (5, 'home_care', true, null, 'assistant', 0, 450, 0, 0, 0, 0, 'nursing', null),
  (5, 'home_care', true, null, 'nurse', 1, 250, 0, 0, 0, 0, 'nursing', null), (5, 'coordination', true, null, 'nurse', 0, 100, 0, 0, 0, 0, 'glance', null),
  (6, 'visit', false, null, null, 8, 980, 0, 0, 0, 30, 'round', null), (6, 'visit', false, null, 'physician', 9, 1300, 0, 0, 20, 150, 'assess', null),
  (6, 'visit', false, null, 'assistant', 9, 700, 0, 0, 5, 90, 'nursing', null), (6, 'visit', false, null, 'secretary', 0, 250, 0, 2, 0, 0, 'write', null),
  (7, 'order', false, null, 'assistant', 0, 400, 0, 0, 0, 0, 'glance', null), (8, 'consultation', false, null, 'therapist', 0, 900, 0, 3, 0, 0, 'nursing', null),
  (8, 'consultation', false, null, 'dietitian', 0, 300, 0, 2, 0, 0, 'glance', null)
) t(slot, kind, each_day, at_slot, role, shift, mille, day_lo, day_hi, minute_lo, minute_hi, recipe, purpose);
insert into opening_pattern
select 100 + pattern, 1, kind, each_day, at_slot, role, shift, mille, day_lo, day_hi, minute_lo, minute_hi, recipe, purpose from opening_pattern where slot = 0;
-- What one opening writes into the log, second by second.
create or replace temp table recipe_step as
select recipe, step::integer as step, seconds, activity, resource from (values
  ('round', 0, 0, 'Läsa', 'Översikt'), ('round', 1, 14, 'Läsa', 'Journaltext'), ('round', 2, 55, 'Läsa', 'Läkemedel'), ('round', 3, 150, 'Skriva', 'Mätvärden'), ('round', 4, 400, 'Läsa', 'Läkemedel'),
  ('glance', 0, 0, 'Läsa', 'Översikt'), ('glance', 1, 21, 'Läsa', 'Journaltext'), ('nursing', 0, 0, 'Läsa', 'Översikt'), ('nursing', 1, 30, 'Läsa', 'Mätvärden'), ('nursing', 2, 95, 'Skriva', 'Omvårdnad'),
  ('assess', 0, 0, 'Läsa', 'Översikt'), ('assess', 1, 20, 'Läsa', 'Journaltext'), ('assess', 2, 70, 'Läsa', 'Laboratoriesvar'), ('assess', 3, 110, 'Läsa', 'Läkemedel'), ('assess', 4, 600, 'Skriva', 'Journaltext'), ('assess', 5, 640, 'Signera', 'Journaltext'),
  ('write', 0, 0, 'Läsa', 'Översikt'), ('write', 1, 40, 'Skriva', 'Journaltext'), ('drugs', 0, 0, 'Läsa', 'Läkemedel'), ('drugs', 1, 45, 'Skriva', 'Läkemedel'),
  ('results', 0, 0, 'Läsa', 'Laboratoriesvar'), ('results', 1, 25, 'Läsa', 'Journaltext'), ('results', 2, 50, 'Vidimera', 'Laboratoriesvar'), ('bill', 0, 0, 'Läsa', 'Vårdkontakt'), ('bill', 1, 60, 'Skriva', 'Vårdkontakt'),
  ('review', 0, 0, 'Läsa', 'Journaltext'), ('review', 1, 90, 'Läsa', 'Omvårdnad'), ('remind', 0, 0, 'Läsa', 'Vårdkontakt'), ('foreign', 0, 0, 'Läsa', 'Journaltext'), ('foreign', 1, 40, 'Läsa', 'Läkemedel'),
  ('print', 0, 0, 'Läsa', 'Journaltext'), ('print', 1, 30, 'Utskrift', 'Journaltext'), ('search', 0, 0, 'Söka', 'Patient'), ('emergency', 0, 0, 'Nödöppning', 'Översikt'), ('emergency', 1, 20, 'Läsa', 'Journaltext'),
  ('list', 0, 0, 'Läsa', 'Översikt')
) t(recipe, step, seconds, activity, resource);
