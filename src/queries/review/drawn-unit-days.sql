create or replace temp table drawn_unit_day (care_unit_id varchar, day date)
