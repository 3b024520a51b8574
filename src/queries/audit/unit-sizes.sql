-- How many lookups each unit has in the period.
create or replace temp table unit_size as select care_unit_id, count(*) as lookups from graded_lookup group by care_unit_id
