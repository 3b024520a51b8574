-- What a draw is made of: the units asked for (none is all), and who is kept out where (no unit is everywhere).
create or replace temp table asked_unit (care_unit_id varchar);
create or replace temp table kept_out (care_unit_id varchar, user_id varchar);
create or replace temp table draw_size (scope varchar, size integer);
create or replace temp table drawn_one (scope varchar, id varchar, user_id varchar, person_key varchar, patient_id varchar, care_unit_id varchar, day date)
