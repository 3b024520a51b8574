-- The ids of the patient whose extract is made.
create or replace temp table extract_patient (id varchar not null)
