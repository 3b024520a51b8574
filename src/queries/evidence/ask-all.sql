create or replace temp table asked_lookup as select lookup_no from graded_lookup
