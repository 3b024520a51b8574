-- What a purge leaves beyond its time: ids of lookups and cases, and runs.
create or replace temp table asked_lookup (lookup_id varchar not null);
create or replace temp table kept_case (case_id varchar not null);
create or replace temp table kept_run (run_id varchar not null);
