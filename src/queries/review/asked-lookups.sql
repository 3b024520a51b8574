-- Which lookups are asked about, and in which case or drawn item.
create or replace temp table asked_case_lookup (case_id varchar not null, lookup_id varchar not null)
