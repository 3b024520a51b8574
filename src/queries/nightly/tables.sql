-- Lookups whose answer may have changed: of a user, a patient or a unit, or of several of these together, on these days.
create or replace temp table reach (user_id varchar, patient_id varchar, care_unit_id varchar, from_day date, to_day date);
-- Months with such lookups, and the last day of one in each.
create or replace temp table stale (month date, last_day date)
