create or replace temp table asked_lookup (lookup_no bigint)
